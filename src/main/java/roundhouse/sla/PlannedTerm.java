package roundhouse.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What applying the folder would do to one calendar or policy.
 *
 * @param folder  what the folder says otherwise than what stands; applied only in {@link State#CHANGED}, or where somebody chooses so
 * @param screen  what was changed on screen since the folder and Roundhouse last agreed
 * @param stands  null where nothing does yet
 * @param because why the folder's is not simply taken, null where it is
 * @param yaml    what stands, to be copied into {@code sla.yaml}; null unless it drifts
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlannedTerm(TermsView.Of of, Party party, String name, State state, List<Difference> folder, List<Difference> screen, Stands stands,
                          String because, String yaml) {

    public enum State {
        ADDED, CHANGED, UNCHANGED,
        /** Edited on screen; the folder says what it said. */
        DRIFTED,
        /** Both were changed, each otherwise. */
        CONFLICTING,
        /** The folder has never said it. */
        SCREEN_ONLY,
        GONE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String title() {
            return switch (this) {
                case ADDED -> "would be added";
                case CHANGED -> "would change";
                case UNCHANGED -> "unchanged";
                case DRIFTED -> "changed on screen";
                case CONFLICTING -> "asks for a decision";
                case SCREEN_ONLY -> "only on screen";
                case GONE -> "gone from the folder";
            };
        }
    }

    /** @param by null where that was not kept yet */
    public record Stands(int version, Instant since, String by) {
    }

    /** {@code policy standard}, as a choice names it */
    @JsonProperty
    public String key() {
        return of.word() + " " + name;
    }

    /** Whether applying makes a new version without being asked for this one. */
    @JsonProperty
    public boolean applies() {
        return state == State.ADDED || state == State.CHANGED;
    }

    /** Whether what stands was written on screen and the folder does not say it. */
    @JsonProperty
    public boolean drifts() {
        return switch (state) {
            case DRIFTED, CONFLICTING, SCREEN_ONLY -> true;
            case GONE -> !screen.isEmpty();
            case ADDED, CHANGED, UNCHANGED -> false;
        };
    }

    /** Whether somebody may choose that the folder's is taken. */
    @JsonProperty
    public boolean choosable() {
        return state == State.DRIFTED || state == State.CONFLICTING;
    }

    public boolean isOwn() {
        return party == Party.CLIENT;
    }

    /** {@code policy standard: changed on screen, version 3 by Olga Berg} */
    public String sentence() {
        return key() + ": " + state.title() + (stands == null ? "" : ", version " + stands.version() + (stands.by() == null ? "" : " by " + stands.by()));
    }

    PlannedTerm with(String written) {
        return new PlannedTerm(of, party, name, state, folder, screen, stands, because, written);
    }

    PlannedTerm conflicting(String why) {
        return new PlannedTerm(of, party, name, State.CONFLICTING, folder, screen, stands, why, yaml);
    }
}
