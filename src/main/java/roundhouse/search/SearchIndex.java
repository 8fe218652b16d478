package roundhouse.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;

/** Makes things findable, in the open unit of work of their client, so that they are found from its commit on. */
@ApplicationScoped
public class SearchIndex {

    private final Session entities;

    SearchIndex(Session entities) {
        this.entities = entities;
    }

    record Written(Integer rows) {
    }

    /** Adds it, or replaces what was found of it before. */
    public void put(Findable thing) {
        put(thing, null, null, 0, 0);
    }

    /** @param status and the same in the words of its client @param requester number of the person */
    public void put(Findable ticket, String status, String portalStatus, int requester, int number) {
        entities.createNativeQuery("""
                        select search_put(:kind, :id, :name, :title, :visible, :keywords, :keys, :body, cast(:status as text), cast(:portalStatus as text),
                          nullif(:requester, 0), nullif(:number, 0), cast(:at as timestamptz))""", Written.class)
                .setParameter("kind", ticket.kind()).setParameter("id", ticket.id()).setParameter("name", ticket.name()).setParameter("title", ticket.title())
                .setParameter("visible", ticket.visible()).setParameter("keywords", ticket.keywords()).setParameter("keys", ticket.keys())
                .setParameter("body", ticket.body()).setParameter("status", status).setParameter("portalStatus", portalStatus)
                .setParameter("requester", requester).setParameter("number", number).setParameter("at", ticket.at()).getSingleResult();
    }

    /** Adds words to a ticket's. @param visible to the client's own people */
    public void say(UUID ticket, boolean visible, String words) {
        entities.createNativeQuery("select search_say(:ticket, :visible, :words)", Written.class)
                .setParameter("ticket", ticket.toString()).setParameter("visible", visible).setParameter("words", words).getSingleResult();
    }

    public void status(UUID ticket, String status, String portalStatus, Instant at) {
        entities.createNativeQuery("select search_status(:ticket, :status, :portalStatus, :at)", Written.class)
                .setParameter("ticket", ticket.toString()).setParameter("status", status).setParameter("portalStatus", portalStatus)
                .setParameter("at", at).getSingleResult();
    }
}
