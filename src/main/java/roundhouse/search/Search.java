package roundhouse.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** Finds over the reach of the open unit of work, in one statement. Reach and what is internal are checked by the function in the database. */
@ApplicationScoped
public class Search {

    private final Session entities;

    Search(Session entities) {
        this.entities = entities;
    }

    /** Best first. */
    public List<Hit> hits(SearchQuery asked) {
        return entities.createNativeQuery("""
                        select tenant_id, kind, name, title, status, portal_status, passage, internal, updated_at
                        from search(:terms, :openEnd, :kinds, :clients, :each, :most)""", Hit.class)
                .setParameter("terms", asked.terms().toArray(String[]::new)).setParameter("openEnd", asked.openEnd())
                .setParameter("kinds", (asked.kinds().isEmpty() ? SearchQuery.KINDS : asked.kinds()).toArray(String[]::new))
                .setParameter("clients", asked.clients().toArray(Integer[]::new)).setParameter("each", asked.each())
                .setParameter("most", asked.most()).getResultList();
    }
}
