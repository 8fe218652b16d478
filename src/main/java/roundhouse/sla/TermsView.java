package roundhouse.sla;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar or policy as the API shows it. @param document as {@code sla.yaml} writes it */
public record TermsView(String name, int version, Party of, Instant since, @Schema(type = SchemaType.OBJECT) JsonNode document) {

    public enum Of {
        CALENDARS("calendar", TermsVersions.Table.CALENDAR), POLICIES("policy", TermsVersions.Table.POLICY);

        private final String word;
        private final TermsVersions.Table table;

        Of(String word, TermsVersions.Table table) {
            this.word = word;
            this.table = table;
        }

        /** {@code calendar}, {@code policy} */
        public String word() {
            return word;
        }

        TermsVersions.Table table() {
            return table;
        }
    }
}
