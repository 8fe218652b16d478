package roundhouse.tenancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Gathers the mistakes of one file, and reads the plain shapes on the way. */
public final class Mistakes {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    public Mistakes(String file) {
        this.file = file;
    }

    public List<Mistake> found() {
        return List.copyOf(found);
    }

    /** The parts of the file; empty, and a mistake, where it is no YAML or names a key twice. */
    public Optional<YamlPart> read(String text) {
        try {
            return Optional.of(YamlPart.read(text));
        } catch (JsonProcessingException notYaml) {
            if (notYaml.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
                at(marked.getProblemMark().getLine() + 1, "", "this is no YAML: " + marked.getProblem());
            } else {
                at(notYaml.getLocation() == null ? 0 : notYaml.getLocation().getLineNr(), "", notYaml.getOriginalMessage());
            }
            return Optional.empty();
        }
    }

    public int count() {
        return found.size();
    }

    public void at(int line, String field, String message) {
        found.add(new Mistake(file, line, field, message));
    }

    public void at(YamlPart part, String field, String message) {
        at(part.line(), field, message);
    }

    /** The fields by name, all of them among the known ones; empty where it is something else. */
    public Map<String, YamlPart> fields(YamlPart part, String path, Set<String> known) {
        Map<String, YamlPart> fields = fields(part, path);
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                at(((YamlPart.Fields) part).lines().get(key), under(path, key), "there is no such field; write " + String.join(", ", known.stream().sorted().toList()));
            }
        });
        return fields;
    }

    public Map<String, YamlPart> fields(YamlPart part, String path) {
        if (part instanceof YamlPart.Fields mapping) {
            return mapping.fields();
        }
        if (!isAbsent(part)) {
            at(part, path, "write fields and their values here, as in \"name: value\"");
        }
        return Map.of();
    }

    public List<YamlPart> items(YamlPart part, String path) {
        if (part instanceof YamlPart.Items list) {
            return list.items();
        }
        if (!isAbsent(part)) {
            at(part, path, "write a list here, as in [one, two]");
        }
        return List.of();
    }

    public Optional<String> text(YamlPart part, String path) {
        if (part instanceof YamlPart.Scalar scalar) {
            return Optional.ofNullable(scalar.text()).filter(text -> !text.isBlank()).map(String::strip);
        }
        if (part != null) {
            at(part, path, "write one value here");
        }
        return Optional.empty();
    }

    public static boolean isAbsent(YamlPart part) {
        return part == null || part instanceof YamlPart.Scalar scalar && (scalar.text() == null || scalar.text().isBlank());
    }

    public static String under(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
