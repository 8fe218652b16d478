package roundhouse.tickets;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.web.Idempotency;

/** A verb of the API on one ticket: against the version that was read, once for one key, answered with the ticket as it is then. */
@RequestScoped
class TicketWrites {

    private final Tickets tickets;
    private final TicketViews views;
    private final CurrentPerson current;
    private final Idempotency idempotency;

    TicketWrites(Tickets tickets, TicketViews views, CurrentPerson current, Idempotency idempotency) {
        this.tickets = tickets;
        this.views = views;
        this.current = current;
        this.idempotency = idempotency;
    }

    /** @param version of the If-Match header, null for none */
    Response work(String ref, String version, Object body, BiConsumer<Ticket, By> verb) {
        By by = current.by(Channel.API);
        return tagged(tickets.working(current.get(), ref, ticket -> changed(ticket, version, by, body, (now, what) -> verb.accept(now, by))));
    }

    <B> Readable changed(Ticket ticket, String version, By by, B body, BiConsumer<Ticket, B> verb) {
        Class<? extends Readable> type = by.isStaff() ? TicketView.class : RequestView.class;
        return repeatable(by, body, type, () -> {
            views.unchangedSince(version, ticket);
            verb.accept(ticket, body);
            return views.of(ticket, by);
        });
    }

    static Response tagged(Readable view) {
        return Response.ok(view).tag(new EntityTag(String.valueOf(view.version()))).build();
    }

    private <R extends Readable> Readable repeatable(By by, Object body, Class<R> type, Supplier<Readable> work) {
        return idempotency.once(by, body, type, () -> type.cast(work.get()));
    }
}
