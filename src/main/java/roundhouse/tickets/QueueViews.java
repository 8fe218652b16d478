package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.web.Choice;

/** The queue as a person of the desk sees it: rows, counts, filters, in one read over the whole reach. */
@ApplicationScoped
class QueueViews {

    private static final Duration JUST_IN = Duration.ofMinutes(15);
    private static final int MOST_JUST_IN = 10;

    private final Units units;
    private final Queue queue;
    private final QueueQueries queries;
    private final Tenants tenants;
    private final OpeningHours hours;
    private final ClientMarks marks;

    QueueViews(Units units, Queue queue, QueueQueries queries, Tenants tenants, OpeningHours hours, ClientMarks marks) {
        this.units = units;
        this.queue = queue;
        this.queries = queries;
        this.tenants = tenants;
        this.hours = hours;
        this.marks = marks;
    }

    private record Read(List<QueueRow> arrivals, List<QueueRow> rows, QueueCounts counts) {

        /** Each once, where the eye is first. */
        Stream<QueueRow> inOrder(int limit) {
            return Stream.concat(arrivals.stream(), rows.stream().limit(limit).filter(row -> arrivals.stream().noneMatch(row::isSameTicket)));
        }
    }

    QueueView of(QueueParameters asked, SignedIn person) {
        return of(asked, person, queue::counts);
    }

    /** The same where nobody looks at how many there are. */
    QueueView uncounted(QueueParameters asked, SignedIn person) {
        return of(asked, person, query -> QueueCounts.NONE);
    }

    private QueueView of(QueueParameters asked, SignedIn person, Function<QueueQuery, QueueCounts> counting) {
        QueueQuery query = queries.of(asked, person);
        Read read = units.across(person.reach(), person.side(), person.person(), () -> new Read(
                query.after() == null ? queue.arrivals(query, query.now().minus(JUST_IN), MOST_JUST_IN) : List.of(), queue.rows(query), counting.apply(query)));
        ZoneId zone = tenants.provider().zone();
        ClientMarks.Palette palette = marks.now();
        List<QueueLine> lines = read.inOrder(query.limit()).map(row -> line(row, palette, query, person, zone)).toList();
        String again = query(asked);
        String next = read.rows.size() > query.limit() ? with(again, "cursor", QueueCursor.of(read.rows.get(query.limit() - 1)).text()) : null;
        QueueFilters filters = new QueueFilters(filters(asked, person, palette), sorts(query), asked.text == null ? "" : asked.text,
                again.replaceFirst("[?&]sort=[a-z]+", "").length() > 0);
        return new QueueView(lines, read.arrivals.size(), views(read.counts, again), filters, again, query.after() == null ? again : with(again, "cursor", query.after().text()),
                next, query.after() == null);
    }

    private QueueLine line(QueueRow row, ClientMarks.Palette palette, QueueQuery query, SignedIn person, ZoneId zone) {
        Tenant tenant = tenants.byId(row.tenantId()).orElseThrow();
        return QueueLine.of(row, tenant, palette.of(tenant), hours.of(row.tenantId(), row.calendar()), person.user(), query.now(), zone);
    }

    private static List<QueueView.QuickView> views(QueueCounts counts, String query) {
        return Stream.of(
                        new QueueView.QuickView("All open", "", counts.all(), false, false),
                        new QueueView.QuickView("Mine", "?assignee=me", counts.mine(), false, false),
                        new QueueView.QuickView("Unassigned", "?assignee=none", counts.unassigned(), false, false),
                        new QueueView.QuickView("Overdue", "?due=overdue", counts.overdue(), counts.overdue() > 0, false),
                        new QueueView.QuickView("Due today", "?due=today", counts.today(), false, false))
                .map(view -> new QueueView.QuickView(view.label(), view.query(), view.count(), view.alarming(), view.query().equals(query))).toList();
    }

    private List<QueueFilters.Filter> filters(QueueParameters asked, SignedIn person, ClientMarks.Palette palette) {
        List<Tenant> clients = tenants.within(person.reach());
        return List.of(
                new QueueFilters.Filter("client", "Client", clients.stream().map(client -> choice(client.slug(), client.name(), asked.clients)).toList(),
                        clients.stream().map(palette::of).toList()),
                filter("status", "Status", asked.statuses, "new:New", "open:Open", "pending:Waiting"),
                filter("assignee", "Assignee", asked.assignees, others(asked.assignees)),
                filter("tier", "Tier", asked.tiers, "1:Tier 1", "2:Tier 2", "3:Tier 3", "vendor:Vendor"),
                filter("priority", "Priority", asked.priorities, Arrays.stream(Priority.values()).map(each -> each + ":" + each).toArray(String[]::new)),
                filter("due", "Due", asked.due, "overdue:Overdue", "today:Today"));
    }

    private static String[] others(Collection<String> assignees) {
        return Stream.concat(Stream.of("me:Me", "none:Nobody"),
                assignees.stream().filter(user -> !List.of("me", "none", "").contains(user)).map(user -> user + ":" + user)).toArray(String[]::new);
    }

    private static QueueFilters.Filter filter(String name, String label, Collection<String> asked, String... choices) {
        return new QueueFilters.Filter(name, label, Arrays.stream(choices).map(each -> each.split(":", 2)).map(each -> choice(each[0], each[1], asked)).toList(),
                List.of());
    }

    private static Choice choice(String value, String label, Collection<String> asked) {
        return new Choice(value, label, asked.contains(value));
    }

    private static List<Choice> sorts(QueueQuery query) {
        return List.of(new Choice("due", "Next due", query.sort() == QueueQuery.Sort.DUE),
                new Choice("priority", "Priority", query.sort() == QueueQuery.Sort.PRIORITY),
                new Choice("updated", "Last change", query.sort() == QueueQuery.Sort.UPDATED));
    }

    private static String query(QueueParameters asked) {
        List<String> parts = new ArrayList<>();
        add(parts, "client", asked.clients);
        add(parts, "status", asked.statuses);
        add(parts, "assignee", asked.assignees);
        add(parts, "tier", asked.tiers);
        add(parts, "priority", asked.priorities);
        add(parts, "due", asked.due);
        add(parts, "q", asked.text == null ? List.of() : List.of(asked.text));
        add(parts, "sort", asked.sort == null || asked.sort.equals("due") ? List.of() : List.of(asked.sort));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, Collection<String> values) {
        values.stream().filter(value -> !value.isBlank()).forEach(value -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    private static String with(String query, String name, String value) {
        return query + (query.isEmpty() ? "?" : "&") + name + "=" + value;
    }
}
