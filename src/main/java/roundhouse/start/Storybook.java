package roundhouse.start;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The stories of the demonstration, and what people say around each of them.
 *
 * @param phrases by language, then by occasion
 */
record Storybook(List<Tale> tales, Map<String, Map<String, List<String>>> phrases) {

    private static final List<String> VOLUMES = List.of("accounts", "workplace", "infrastructure", "trades", "german", "french", "spanish", "portuguese");
    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory()).enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    static Storybook open() {
        List<Tale> tales = new ArrayList<>();
        VOLUMES.forEach(volume -> tales.addAll(read(volume, new TypeReference<List<Tale>>() { })));
        return new Storybook(tales, read("phrases", new TypeReference<>() { }));
    }

    /** Those that fit one of the categories, in a language that the client speaks: its own where there are any, and English beside German. */
    List<Tale> fitting(Locale locale, List<String> categories) {
        String own = locale.getLanguage();
        List<Tale> fitting = tales.stream().filter(tale -> tale.categories().stream().anyMatch(categories::contains)).toList();
        List<Tale> spoken = fitting.stream().filter(tale -> tale.language().equals(own)).toList();
        if (own.equals("de") || spoken.isEmpty()) {
            return fitting.stream().filter(tale -> tale.language().equals("en") || tale.language().equals(own)).toList();
        }
        return spoken;
    }

    /** Internal words are English wherever the client is. */
    List<String> phrases(String language, String occasion) {
        return phrases.getOrDefault(language, phrases.get("en")).getOrDefault(occasion, phrases.get("en").get(occasion));
    }

    private static <T> T read(String volume, TypeReference<T> type) {
        try (InputStream in = Storybook.class.getResourceAsStream("/demonstration/" + volume + ".yaml")) {
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("The demonstration's " + volume + " could not be read", e);
        }
    }
}
