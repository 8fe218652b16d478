package roundhouse.environments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import roundhouse.sla.PlannedTerm;
import roundhouse.tenancy.Mistake;

/**
 * What applying the folder would do to the calendars and policies of one client, or of the provider.
 *
 * @param described whether the folder says anything of this client
 * @param appliedAt null where nothing was applied yet, or before that was kept
 * @param gaps      in how many categories no policy speaks of a first response or a resolution
 * @param mistakes  that keep the folder from being applied
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Plan(String client, String name, boolean described, Instant appliedAt, String appliedBy, List<PlannedTerm> terms, int gaps,
                   List<Mistake> mistakes) {

    /** How many calendars and policies stand otherwise than the folder says since they were changed on screen. */
    @JsonProperty
    public long drift() {
        return terms.stream().filter(PlannedTerm::drifts).count();
    }

    /** How many new versions applying would make. */
    @JsonProperty
    public long changes() {
        return mistakes.isEmpty() ? terms.stream().filter(PlannedTerm::applies).count() : 0;
    }
}
