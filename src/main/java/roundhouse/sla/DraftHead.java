package roundhouse.sla;

import java.util.List;
import roundhouse.web.Refused;

/**
 * What the forms for calendars and policies have in common.
 *
 * @param name     as typed
 * @param known    whether it is another version of one that stands: its name stays
 * @param own      whether that one is the client's own; if not, the first version of the client's own is written
 * @param version  of the one that was read, 0 for none
 * @param stale    what somebody else did meanwhile; null where nobody did
 * @param problems by the name of the field in the form
 */
public record DraftHead(String client, String clientName, String name, boolean known, boolean own, int version, String stale, List<Refused.Violation> problems) {

    static DraftHead of(TermsScreens.Desk desk, TermsView standing) {
        return standing == null ? new DraftHead(desk.client().slug(), desk.client().name(), "", false, true, 0, null, List.of())
                : new DraftHead(desk.client().slug(), desk.client().name(), standing.name(), true, standing.of() == Party.CLIENT, standing.version(), null, List.of());
    }

    static DraftHead of(TermsScreens.Desk desk, Typed typed) {
        return new DraftHead(desk.client().slug(), desk.client().name(), typed.text("name"), typed.has("known"), !typed.text("of").equals(Party.PROVIDER.word()),
                typed.number("version"), null, List.of());
    }

    DraftHead refused(List<Refused.Violation> found) {
        return new DraftHead(client, clientName, name, known, own, version, stale, found);
    }

    /** What the other one made is what this draft would now replace. */
    DraftHead stale(String told, int standing) {
        return new DraftHead(client, clientName, name, known, true, standing, told, problems);
    }

    /** Null where the field is well. */
    public String problem(String field) {
        return problems.stream().filter(problem -> problem.field().equals(field)).map(Refused.Violation::message).findFirst().orElse(null);
    }

    public String of() {
        return (own ? Party.CLIENT : Party.PROVIDER).word();
    }
}
