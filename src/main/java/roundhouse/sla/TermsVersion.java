package roundhouse.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * One version of a calendar or policy.
 *
 * @param by      name of who made it; null where that was not kept yet
 * @param changes against the version before it, empty for the first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TermsVersion(int version, Instant since, String by, List<Difference> changes) {
}
