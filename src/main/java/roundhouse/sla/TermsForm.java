package roundhouse.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import roundhouse.web.Refused;

/** A calendar or policy to be written. @param document as {@code sla.yaml} writes it */
public record TermsForm(@Size(min = 1, max = 100) String name,
                        @NotNull(message = "Write the calendar or policy as sla.yaml does") @Schema(type = SchemaType.OBJECT) JsonNode document) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*");

    TermsForm named(String inPath) {
        return new TermsForm(inPath, document);
    }

    /** A file that holds this alone. @param known calendars that it may name */
    SlaFile file(TermsView.Of of, Set<String> known, LocalDate today) {
        if (name == null || !document.isObject()) {
            throw Refused.field(name == null ? "name" : "document", "Write a name, and a document with fields as sla.yaml has them.");
        }
        if (!NAME.matcher(name).matches()) {
            throw Refused.field("name", "Write a name of letters, digits, spaces, dots and hyphens, as in office.");
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        String prefix = of == TermsView.Of.CALENDARS ? "calendars." + name : "policies[0]";
        if (of == TermsView.Of.CALENDARS) {
            whole.putObject("calendars").set(name, document);
        } else {
            whole.putArray("policies").add(((ObjectNode) document.deepCopy()).put("name", name));
        }
        SlaFile file = SlaFile.read("document", whole.toString(), known, today);
        List<Refused.Violation> violations = file.mistakes().stream()
                .map(mistake -> new Refused.Violation(mistake.field().replace(prefix, "document"), mistake.message())).toList();
        if (!violations.isEmpty()) {
            throw new Refused("This cannot stand as it is written.", violations);
        }
        return file;
    }
}
