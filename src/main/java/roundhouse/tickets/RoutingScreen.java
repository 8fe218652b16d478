package roundhouse.tickets;

import java.util.List;
import roundhouse.web.Choice;

/**
 * Where one ticket may go.
 *
 * @param categories of the client's catalogue
 * @param reasons    to cancel
 * @param clients    where a misrouted one may begin anew: the reader's others
 * @param seen       how many entries the reader could see
 * @param mergedInto reference of the ticket in which it goes on, empty for none
 */
public record RoutingScreen(String ref, ClientMark client, String subject, String status, String tier, String requester, String mergedInto, List<Choice> tiers,
                            List<Choice> categories, List<Choice> reasons, List<Choice> clients, boolean unfinished, int seen, Draft draft) {

    public boolean isMerged() {
        return !mergedInto.isEmpty();
    }

    RoutingScreen with(Draft draft) {
        return new RoutingScreen(ref, client, subject, status, tier, requester, mergedInto, tiers, categories, reasons, clients, unfinished, seen, draft);
    }
}
