package roundhouse.assets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import roundhouse.search.Findable;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Row;
import roundhouse.web.Words;

/** What somebody must know about a client's environment before touching it. */
@Entity
public class Configuration extends Row {

    private static final ObjectMapper JSON = new ObjectMapper();

    private String slug;
    private String type;
    private String name;
    private String fields;
    private String[] assets;
    private String[] categories;
    @Column(name = "verified_on")
    private LocalDate verifiedOn;
    @Column(name = "verified_by")
    private String verifiedBy;
    private String words;

    protected Configuration() {
    }

    Configuration(Key key, ConfigurationForm form) {
        this.key = key;
        this.slug = form.slug();
        take(form);
    }

    /** @return what changed, in words: {@code field gateway; assets} */
    List<String> change(ConfigurationForm form) {
        ConfigurationView before = view();
        List<String> changes = new ArrayList<>();
        compare(changes, "type", before.type(), form.type());
        compare(changes, "name", before.name(), form.name());
        Map<String, String> all = new LinkedHashMap<>(before.fields());
        all.putAll(form.fields());
        all.keySet().forEach(field -> compare(changes, "field " + field, before.fields().get(field), form.fields().get(field)));
        if (changes.isEmpty()) {
            compare(changes, "order of the fields", List.copyOf(before.fields().keySet()), List.copyOf(form.fields().keySet()));
        }
        compare(changes, "assets", before.assets(), form.assets());
        compare(changes, "categories", before.categories(), form.categories());
        compare(changes, "verified", before.verified(), form.verified());
        if (!changes.isEmpty()) {
            take(form);
        }
        return changes;
    }

    private void take(ConfigurationForm form) {
        this.type = form.type().word();
        this.name = form.name();
        this.fields = write(form.fields());
        this.assets = form.assets().toArray(String[]::new);
        this.categories = form.categories().toArray(String[]::new);
        this.verifiedOn = form.verified() == null ? null : form.verified().on();
        this.verifiedBy = form.verified() == null ? null : form.verified().by();
        this.words = Words.of(slug, name, type, String.join(" ", form.fields().keySet()), String.join(" ", form.fields().values()));
    }

    public String slug() {
        return slug;
    }

    Findable findable(Instant at) {
        String told = read(fields).entrySet().stream().map(field -> field.getKey() + ": " + field.getValue()).collect(Collectors.joining("\n"));
        String keywords = String.join(" ", slug, type, String.join(" ", assets), String.join(" ", categories));
        return new Findable("configuration", key.id().toString(), slug, name, false, keywords, new String[] {slug}, told, at);
    }

    public ConfigurationView view() {
        ConfigurationForm.Verified verified = verifiedOn == null ? null : new ConfigurationForm.Verified(verifiedOn, verifiedBy);
        return new ConfigurationView(slug, ConfigurationType.of(type), name, read(fields), List.of(assets), List.of(categories), verified, version);
    }

    private static void compare(List<String> changes, String what, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(what);
        }
    }

    private static String write(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> read(String fields) {
        try {
            return JSON.readValue(fields, new TypeReference<LinkedHashMap<String, String>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A configuration was stored in a form that cannot be read", e);
        }
    }
}
