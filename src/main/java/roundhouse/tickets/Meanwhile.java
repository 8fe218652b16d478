package roundhouse.tickets;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import roundhouse.audit.Entry;
import roundhouse.audit.Kind;
import roundhouse.identity.By;
import roundhouse.identity.Person;
import roundhouse.tenancy.Side;
import roundhouse.web.TimeWords;

/** What others did to a ticket while somebody was writing into one of its forms, in words for that person. */
final class Meanwhile {

    private static final int ENTRIES = 3;
    private static final int WORDS = 300;

    private Meanwhile() {
    }

    /** @param since the entries that came since the writing began @return empty where they are all this person's own, or the service's */
    static Optional<String> told(List<EntryView> since, By by, Instant now, ZoneId zone) {
        List<EntryView> others = since.stream()
                .filter(entry -> entry.by().side() != Side.SYSTEM && !entry.by().user().equals(by.user())).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String told = others.stream().limit(ENTRIES).map(entry -> words(entry, Said.of(List.of(entry), now, zone).get(0))).collect(Collectors.joining(" "));
        String more = others.size() > ENTRIES ? " And " + (others.size() - ENTRIES) + " more entries." : "";
        return Optional.of("Meanwhile: " + told + more + " What you typed is kept and was not taken yet: send it again if it still holds.");
    }

    /** @param history of the ticket, oldest first @return {@code Ben Hart took it 3 min ago.} */
    static String taken(Person assignee, List<Entry> history, Instant now) {
        return history.stream().filter(entry -> entry.kind() == Kind.ASSIGNMENT).reduce((earlier, later) -> later).map(entry -> {
            Duration since = Duration.between(entry.at(), now);
            String ago = since.toSeconds() < 60 ? "just now." : TimeWords.length(since.toSeconds()) + " ago.";
            return assignee.user().equals(entry.byUser()) ? assignee.name() + " took it " + ago : entry.byName() + " assigned it to " + assignee.name() + " " + ago;
        }).orElse(assignee.name() + " has it by now.");
    }

    private static String words(EntryView entry, Said said) {
        if (!said.sentence().isEmpty()) {
            return said.sentence() + ".";
        }
        String how = said.label().isEmpty() ? entry.visibleToClient() ? " wrote" : " noted internally" : " " + said.label();
        String body = entry.body().strip();
        return said.name() + how + ": “" + (body.length() > WORDS ? body.substring(0, WORDS) + " ..." : body) + "”.";
    }
}
