package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import roundhouse.audit.Entry;
import roundhouse.audit.Recorded;
import roundhouse.search.SearchIndex;

/** Whatever is said in a ticket, by whichever verb, is found from then on. */
@ApplicationScoped
class SearchOnRecorded {

    private final SearchIndex index;

    SearchOnRecorded(SearchIndex index) {
        this.index = index;
    }

    void say(@Observes Recorded recorded) {
        Entry entry = recorded.entry();
        if (entry.ticketId() != null && entry.body() != null) {
            index.say(entry.ticketId(), entry.isPublic(), entry.body());
        }
    }
}
