package roundhouse.sla;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import roundhouse.tenancy.Mistake;

/** Gathers the mistakes of one file, and reads the plain shapes on the way. */
final class Mistakes {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    List<Mistake> found() {
        return List.copyOf(found);
    }

    int count() {
        return found.size();
    }

    void at(int line, String field, String message) {
        found.add(new Mistake(file, line, field, message));
    }

    void at(YamlPart part, String field, String message) {
        at(part.line(), field, message);
    }

    /** The fields by name, all of them among the known ones; empty where it is something else. */
    Map<String, YamlPart> fields(YamlPart part, String path, Set<String> known) {
        Map<String, YamlPart> fields = fields(part, path);
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                at(value, under(path, key), "there is no such field; write " + String.join(", ", known.stream().sorted().toList()));
            }
        });
        return fields;
    }

    Map<String, YamlPart> fields(YamlPart part, String path) {
        if (part instanceof YamlPart.Fields mapping) {
            return mapping.fields();
        }
        if (!isAbsent(part)) {
            at(part, path, "write fields and their values here, as in \"name: value\"");
        }
        return Map.of();
    }

    List<YamlPart> items(YamlPart part, String path) {
        if (part instanceof YamlPart.Items list) {
            return list.items();
        }
        if (!isAbsent(part)) {
            at(part, path, "write a list here, as in [one, two]");
        }
        return List.of();
    }

    Optional<String> text(YamlPart part, String path) {
        if (part instanceof YamlPart.Scalar scalar) {
            return Optional.ofNullable(scalar.text()).filter(text -> !text.isBlank()).map(String::strip);
        }
        if (part != null) {
            at(part, path, "write one value here");
        }
        return Optional.empty();
    }

    static boolean isAbsent(YamlPart part) {
        return part == null || part instanceof YamlPart.Scalar scalar && (scalar.text() == null || scalar.text().isBlank());
    }

    static String under(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
