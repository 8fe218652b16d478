package roundhouse.tickets;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.web.Refused;
import roundhouse.web.Stale;
import roundhouse.web.WithinReach;

/**
 * What a verb of the ticket page answers: the parts of the page that it changed, to htmx, else the way back to the page. What cannot be taken is drawn
 * again in its form.
 */
@RequestScoped
class TicketAnswers {

    private static final int STALE = 412;
    private static final int REFUSED = 422;
    private static final String AT_ONCE = "Somebody changed this ticket at the same moment: look at it. What you typed is kept and was not taken yet: send it again if it still holds.";

    private final Tickets tickets;
    private final TicketScreens screens;
    private final Beside beside;
    private final CurrentPerson current;
    private final HttpHeaders headers;

    TicketAnswers(Tickets tickets, TicketScreens screens, Beside beside, CurrentPerson current, @Context HttpHeaders headers) {
        this.tickets = tickets;
        this.screens = screens;
        this.beside = beside;
        this.current = current;
        this.headers = headers;
    }

    /** @param seen how many entries stood on the page when the writing began, null where a form does not say */
    Response of(String ref, Integer seen, Draft draft, BiConsumer<Ticket, By> verb) {
        SignedIn person = reader();
        By by = current.by(Channel.DESK);
        return answered(() -> changed(screens.after(person, ref, by, seen, verb), draft.verb()), AT_ONCE, (status, why) -> again(status, ref, draft.because(why)));
    }

    /** To a row of the queue, which draws itself anew: nothing where it went well, else why not. */
    Response ofRow(String ref, BiConsumer<Ticket, By> verb) {
        SignedIn person = reader();
        By by = current.by(Channel.DESK);
        return answered(() -> tickets.working(person, ref, ticket -> {
            verb.accept(ticket, by);
            tickets.flush();
            return Response.noContent().build();
        }), "Somebody changed it at the same moment: look at it, then try again.", (status, why) -> row(status, ref, why));
    }

    private static Response answered(Supplier<Response> verb, String atOnce, BiFunction<Integer, String, Response> refused) {
        try {
            return verb.get();
        } catch (Refused refusal) {
            return refused.apply(REFUSED, refusal.getMessage());
        } catch (Stale stale) {
            return refused.apply(STALE, stale.getMessage());
        } catch (OptimisticLockException raced) {
            return refused.apply(STALE, atOnce);
        }
    }

    private static Response row(int status, String ref, String why) {
        return Response.status(status).entity(SelectionPage.Templates.outcome(Selection.NOTHING, ref + ": " + why)).build();
    }

    SignedIn reader() {
        return WithinReach.mustSee(current.get(), Right.READ_TICKETS);
    }

    private Response again(int status, String ref, Draft draft) {
        TicketScreen screen = screens.of(reader(), ref, current.by(Channel.DESK)).with(draft);
        if (!isHtmx()) {
            return Response.status(status).entity(TicketPage.Templates.ticket(screen, beside.of(ref, QueueParameters.everything(), current.get())).render()).build();
        }
        String form = draft.isWritten() ? TicketPage.Templates.ticket$composer(screen).render() : TicketPage.Templates.ticket$head(screen).render();
        return Response.status(status).entity(status == STALE ? form + TicketPage.Templates.ticket$talk(screen).render() : form).build();
    }

    /** Whoever wrote a note goes on writing notes: nothing meant for colleagues is sent out by habit. */
    private Response changed(TicketScreen drawn, String verb) {
        if (!isHtmx()) {
            return Response.seeOther(URI.create("/desk/tickets/" + drawn.ref())).build();
        }
        Draft next = new Draft(verb, Map.of(), "");
        TicketScreen screen = verb.equals("note") ? drawn.with(next) : drawn;
        return Response.ok(TicketPage.Templates.ticket$head(screen).render() + TicketPage.Templates.ticket$talk(screen).render()
                + (next.isWritten() || !screen.writable() ? TicketPage.Templates.ticket$composer(screen).render() : "")).build();
    }

    private boolean isHtmx() {
        return headers.getHeaderString("HX-Request") != null;
    }
}
