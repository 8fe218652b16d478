package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Priority;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Listed;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;

/** Understands what was asked of the queue, or says which word is none of ours. */
@ApplicationScoped
class QueueQueries {

    private final Tenants tenants;
    private final DatabaseTime time;

    QueueQueries(Tenants tenants, DatabaseTime time) {
        this.tenants = tenants;
        this.time = time;
    }

    QueueQuery of(QueueParameters asked, SignedIn person) {
        Instant now = time.now();
        Tenant provider = tenants.provider();
        Instant tomorrow = now.atZone(provider.zone()).toLocalDate().plusDays(1).atStartOfDay(provider.zone()).toInstant();
        Set<Integer> clients = new HashSet<>();
        for (String slug : asked.clients) {
            clients.add(tenants.bySlug(slug).filter(tenant -> person.reach().includes(tenant.id())).orElseThrow(NotFound::new).id());
        }
        return new QueueQuery(clients, words("status", asked.statuses, Status::of), new LinkedHashSet<>(asked.assignees),
                words("tier", asked.tiers, Tier::of), words("priority", asked.priorities, Priority::valueOf),
                words("due", asked.due, word -> QueueQuery.DueIn.valueOf(word.toUpperCase(Locale.ROOT))),
                asked.text == null || asked.text.isBlank() ? null : asked.text.strip(),
                asked.sort == null || asked.sort.isEmpty() ? QueueQuery.Sort.DUE : word("sort", asked.sort, word -> QueueQuery.Sort.valueOf(word.toUpperCase(Locale.ROOT))),
                person.person(), now, tomorrow, asked.cursor == null || asked.cursor.isEmpty() ? null : QueueCursor.read(asked.cursor),
                Listed.limit(asked.limit));
    }

    private static <T> Set<T> words(String field, Collection<String> words, Function<String, T> meaning) {
        Set<T> found = new LinkedHashSet<>();
        words.stream().filter(word -> !word.isEmpty()).forEach(word -> found.add(word(field, word, meaning)));
        return found;
    }

    private static <T> T word(String field, String word, Function<String, T> meaning) {
        try {
            return meaning.apply(word);
        } catch (IllegalArgumentException e) {
            throw Refused.field(field, "There is no " + field + " " + word + ".");
        }
    }
}
