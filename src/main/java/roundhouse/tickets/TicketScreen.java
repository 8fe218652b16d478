package roundhouse.tickets;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import roundhouse.assets.AssetView;
import roundhouse.assets.ConfigurationView;
import roundhouse.identity.FullName;
import roundhouse.knowledge.ArticleLine;
import roundhouse.web.Choice;

/**
 * Everything that the ticket page draws.
 *
 * @param hold      why it waits, in words; empty where it does not
 * @param category  name in the client's catalogue; empty for none
 * @param assignee  name, null for nobody
 * @param mayWork   whether the reader may use the verbs
 * @param writable  whether the conversation still takes a word
 * @param workers   who may have it
 * @param settled   what to say where it takes none
 */
public record TicketScreen(String ref, ClientMark client, String subject, Status status, Turn turn, String hold, Asker requester, String asked,
                           String priority, String tier, String category, String assignee, boolean mine, boolean mayWork, boolean writable, String settled,
                           List<ClockBar> clocks, List<Unexplained> unexplained, List<Said> entries, List<Choice> workers, List<Choice> priorities, List<Choice> holds,
                           List<Choice> codes, List<Neighbour> neighbours, List<AssetView> assets, List<ConfigurationView> configurations, List<ArticleLine> articles, String localTime, Draft draft) {

    /** The requester, for whoever wants to call. Empty strings where nothing is known. */
    public record Asker(String name, String email, String phone, String place, boolean vip) {

        public String initials() {
            return new FullName(name).initials();
        }
    }

    /** Another open ticket of the same client. */
    public record Neighbour(String ref, String subject, String requester, String priority) {
    }

    /** A broken promise of which nobody has said why. @param kind word of the clock @param title {@code first response} */
    public record Unexplained(String kind, int instance, String title) {
    }

    public List<Choice> priorities() {
        return draft.chosen("priority", "priority", priorities);
    }

    public List<Choice> holds() {
        return draft.chosen("hold", "reason", holds);
    }

    public List<Choice> codes() {
        return draft.chosen("resolution", "code", codes);
    }

    public List<Choice> causes() {
        return Arrays.stream(Cause.Code.values()).map(code -> new Choice(code.word(), code.label(), false)).toList();
    }

    /** Of the word that is written next: however often it is sent, it is said once. */
    public String freshToken() {
        return UUID.randomUUID().toString();
    }

    /** What was replaced, cancelled or merged. */
    public List<ClockBar> earlierClocks() {
        return clocks.stream().filter(ClockBar::earlier).toList();
    }

    public boolean isUnfinished() {
        return status.isUnfinished();
    }

    public boolean isOnHold() {
        return status == Status.PENDING;
    }

    public boolean isResolved() {
        return status == Status.RESOLVED;
    }

    public String statusWord() {
        return status.said();
    }

    public TicketScreen with(Draft draft) {
        return new TicketScreen(ref, client, subject, status, turn, hold, requester, asked, priority, tier, category, assignee, mine, mayWork, writable,
                settled, clocks, unexplained, entries, workers, priorities, holds, codes, neighbours, assets, configurations, articles, localTime, draft);
    }
}
