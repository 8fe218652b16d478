package roundhouse.tenancy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a YAML document that remembers its line, so that a mistake in it can be shown. */
public sealed interface YamlPart {
    int line();

    /** The same as plain values, for keeping. */
    Object plain();

    /** @param lines of the keys, since a value may stand below its key */
    record Fields(int line, Map<String, YamlPart> fields, Map<String, Integer> lines) implements YamlPart {
        @Override
        public Object plain() {
            Map<String, Object> plain = new LinkedHashMap<>();
            fields.forEach((key, part) -> plain.put(key, part.plain()));
            return plain;
        }
    }

    record Items(int line, List<YamlPart> items) implements YamlPart {
        @Override
        public Object plain() {
            return items.stream().map(YamlPart::plain).toList();
        }
    }

    /** @param text null where nothing is written */
    record Scalar(int line, String text) implements YamlPart {
        @Override
        public Object plain() {
            return text;
        }
    }

    YAMLFactory YAML = YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** @throws JsonProcessingException with the place where it is no YAML, or names a key twice */
    static YamlPart read(String text) throws JsonProcessingException {
        try (JsonParser parser = YAML.createParser(text)) {
            if (parser.nextToken() == null) {
                return new Scalar(1, null);
            }
            return part(parser);
        } catch (JsonProcessingException notYaml) {
            throw notYaml;
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory could not be read", e);
        }
    }

    private static YamlPart part(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, YamlPart> fields = new LinkedHashMap<>();
            Map<String, Integer> lines = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                lines.put(key, parser.currentTokenLocation().getLineNr());
                parser.nextToken();
                fields.put(key, part(parser));
            }
            return new Fields(line, fields, lines);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<YamlPart> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(part(parser));
            }
            return new Items(line, items);
        }
        return new Scalar(line, parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText());
    }
}
