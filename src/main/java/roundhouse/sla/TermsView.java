package roundhouse.sla;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar or policy as the API shows it. @param document as {@code sla.yaml} writes it */
public record TermsView(String name, int version, Party of, Instant since,
                        @JsonRawValue @Schema(type = SchemaType.OBJECT) String document) {

    public enum Of { CALENDARS, POLICIES }

    static TermsView of(Versions.Version kept) {
        return new TermsView(kept.name(), kept.version(), kept.provider() ? Party.PROVIDER : Party.CLIENT, kept.createdAt(), kept.document());
    }
}
