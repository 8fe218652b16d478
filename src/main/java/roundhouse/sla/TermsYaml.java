package roundhouse.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** A calendar or policy as {@code sla.yaml} writes it, so that the folder can follow the screen. */
final class TermsYaml {

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR).build());

    private TermsYaml() {
    }

    static String of(TermsView.Of of, TermsView view) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        if (of == TermsView.Of.CALENDARS) {
            whole.putObject("calendars").set(view.name(), view.document());
        } else {
            whole.putArray("policies").add(named(view));
        }
        try {
            return YAML.writeValueAsString(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode named(TermsView view) {
        ObjectNode named = JsonNodeFactory.instance.objectNode().put("name", view.name());
        named.setAll((ObjectNode) view.document());
        return named;
    }
}
