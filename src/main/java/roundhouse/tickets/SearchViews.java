package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import roundhouse.identity.SignedIn;
import roundhouse.search.Hit;
import roundhouse.search.SearchQuery;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Refused;
import roundhouse.web.TimeWords;

/** What is found, as the desk shows it. Every page asks for the same best, so that none is shown twice or left out between two. */
@ApplicationScoped
class SearchViews {

    private static final int PAGE = 20;
    private static final int MOST = 100;
    private static final Map<String, String> PLURAL = Map.of("ticket", "Tickets", "article", "Articles", "asset", "Assets", "configuration", "Configurations",
            "person", "People");
    private static final Map<String, String> SINGULAR = Map.of("ticket", "Ticket", "article", "Article", "asset", "Asset", "configuration", "Configuration",
            "person", "Person");

    private final Findings findings;
    private final Tenants tenants;
    private final ClientMarks marks;
    private final DatabaseTime time;

    SearchViews(Findings findings, Tenants tenants, ClientMarks marks, DatabaseTime time) {
        this.findings = findings;
        this.tenants = tenants;
        this.marks = marks;
        this.time = time;
    }

    /** What is asked for, as an address says it. */
    private record Asked(String words, List<String> clients, List<String> kinds) {

        String address(int cursor) {
            StringBuilder address = new StringBuilder("/desk/search?q=").append(URLEncoder.encode(words, StandardCharsets.UTF_8));
            clients.forEach(slug -> address.append("&client=").append(slug));
            kinds.forEach(kind -> address.append("&kind=").append(kind));
            return cursor == 0 ? address.toString() : address.append("&cursor=").append(cursor).toString();
        }

        Asked only(List<String> kinds) {
            return new Asked(words, clients, kinds);
        }

        Asked turned(String slug) {
            List<String> others = new ArrayList<>(clients);
            if (!others.remove(slug)) {
                others.add(slug);
            }
            return new Asked(words, others, kinds);
        }
    }

    /** @param cursor place of the first line, null for the first page */
    SearchView of(SignedIn person, String words, List<String> clients, List<String> kinds, String cursor) {
        Asked asked = new Asked(words, clients, kinds);
        int from = place(cursor);
        SearchQuery query = findings.asked(person, words, clients, kinds, MOST);
        List<Hit> hits = query.terms().isEmpty() ? List.of() : findings.of(person, query);
        ClientMarks.Palette palette = marks.now();
        Instant now = time.now();
        ZoneId zone = tenants.provider().zone();
        List<SearchView.Line> lines = hits.stream().skip(from).limit(PAGE).map(hit -> line(hit, query, palette, zone, now)).toList();
        boolean narrowed = !clients.isEmpty() || !kinds.isEmpty();
        return new SearchView(words, !query.terms().isEmpty(), lines, kinds(asked), clients(asked, person, palette),
                narrowed ? new Asked(words, List.of(), List.of()).address(0) : null, from == 0 ? null : asked.address(0),
                hits.size() > from + PAGE ? asked.address(from + PAGE) : null, hits.size() == MOST && from + PAGE >= MOST);
    }

    private static int place(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        if (!cursor.matches("[1-9][0-9]?") || Integer.parseInt(cursor) % PAGE != 0) {
            throw Refused.field("cursor", "This cursor is not one of ours: leave it out to begin with the first page.");
        }
        return Integer.parseInt(cursor);
    }

    private SearchView.Line line(Hit hit, SearchQuery query, ClientMarks.Palette palette, ZoneId zone, Instant now) {
        Tenant tenant = tenants.byId(hit.tenantId()).orElseThrow();
        SearchItem item = SearchItem.of(hit, tenant, true);
        String name = item.ref() == null ? hit.name() : item.ref();
        return new SearchView.Line(hit.kind(), SINGULAR.get(hit.kind()), MarkedText.of(name, query), MarkedText.of(hit.title(), query),
                item.status() == null ? null : Status.of(item.status()).said(),
                MarkedText.passage(hit.passage() == null ? "" : hit.passage(), query), hit.internal(), palette.of(tenant),
                TimeWords.moment(hit.updatedAt(), zone, now), item.url());
    }

    private static List<SearchView.Chip> kinds(Asked asked) {
        SearchView.Chip all = new SearchView.Chip("Everything", asked.only(List.of()).address(0), asked.kinds.isEmpty());
        return Stream.concat(Stream.of(all), SearchQuery.KINDS.stream().map(kind ->
                new SearchView.Chip(PLURAL.get(kind), asked.only(List.of(kind)).address(0), asked.kinds.contains(kind)))).toList();
    }

    private List<SearchView.ClientChip> clients(Asked asked, SignedIn person, ClientMarks.Palette palette) {
        return tenants.within(person.reach()).stream().map(tenant ->
                new SearchView.ClientChip(palette.of(tenant), asked.turned(tenant.slug()).address(0), asked.clients.contains(tenant.slug()))).toList();
    }
}
