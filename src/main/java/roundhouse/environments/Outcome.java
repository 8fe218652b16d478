package roundhouse.environments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import roundhouse.tenancy.Mistake;

/**
 * What applying did to one client, or to the provider.
 *
 * @param changes in words, one for each part that changed
 * @param gone    what the folder no longer says and Roundhouse still has
 * @param drift   what was changed on screen and stays so, in words
 */
public record Outcome(String slug, String name, State state, List<String> changes, List<String> gone, List<String> drift, List<Mistake> mistakes) {

    public enum State {
        FOUNDED, CHANGED, UNCHANGED, SUSPENDED, REFUSED, FAILED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Outcome unchanged(String slug, String name, List<String> drift) {
        return new Outcome(slug, name, State.UNCHANGED, List.of(), List.of(), drift, List.of());
    }

    /** Nothing is applied to a client for whom everything is closed. */
    static Outcome suspended(String slug, String name) {
        return new Outcome(slug, name, State.SUSPENDED, List.of(), List.of(), List.of(), List.of());
    }

    static Outcome refused(String slug, String name, List<Mistake> mistakes) {
        return new Outcome(slug, name, State.REFUSED, List.of(), List.of(), List.of(), mistakes);
    }

    /** Something that no check foresaw: the log tells more. */
    static Outcome failed(String slug, String name, String message) {
        return new Outcome(slug, name, State.FAILED, List.of(), List.of(), List.of(), List.of(new Mistake(slug, 0, "", message)));
    }

    /** Whether there is a page of this client's folder and screen. */
    public boolean hasPage() {
        return switch (state) {
            case FOUNDED, CHANGED, UNCHANGED -> true;
            case SUSPENDED, REFUSED, FAILED -> false;
        };
    }

    public boolean isWell() {
        return state != State.REFUSED && state != State.FAILED;
    }
}
