package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import roundhouse.identity.SignedIn;
import roundhouse.search.Hit;
import roundhouse.search.Search;
import roundhouse.search.SearchQuery;
import roundhouse.tenancy.Units;
import roundhouse.web.Refused;
import roundhouse.web.WithinReach;

/** What a person finds by words, over the whole reach or at some of its clients. */
@ApplicationScoped
class Findings {

    private final Search search;
    private final Units units;
    private final WithinReach within;

    Findings(Search search, Units units, WithinReach within) {
        this.search = search;
        this.units = units;
        this.within = within;
    }

    /** @param slugs of clients, empty for all @param kinds empty for all */
    SearchQuery asked(SignedIn person, String text, Collection<String> slugs, Collection<String> kinds, int most) {
        Set<Integer> clients = new TreeSet<>();
        slugs.forEach(slug -> clients.add(within.client(person, slug).id()));
        for (String kind : kinds) {
            if (!SearchQuery.KINDS.contains(kind)) {
                throw Refused.field("kind", "There is no kind " + kind + ": there are " + String.join(", ", SearchQuery.KINDS) + ".");
            }
        }
        return SearchQuery.of(text, Set.copyOf(kinds), clients, most, most);
    }

    /** Best first. */
    List<Hit> of(SignedIn person, SearchQuery asked) {
        return units.across(person.reach(), person.side(), person.person(), () -> search.hits(asked));
    }
}
