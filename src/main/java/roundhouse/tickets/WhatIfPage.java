package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.sla.Event;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Refused;

/** Beside the forms for priority and hold: what the chosen would do to the clocks. Nothing is stored. */
@Path("/desk/tickets/{ref}/what-if")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class WhatIfPage {

    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance whatIf(List<String> sentences);
    }

    @Inject
    Tickets tickets;
    @Inject
    WhatIfs whatIfs;
    @Inject
    Clocks clocks;
    @Inject
    Tenants tenants;
    @Inject
    CurrentPerson current;

    @GET
    @Path("/priority")
    public TemplateInstance priority(@PathParam("ref") String ref, @RestQuery String priority) {
        By by = current.by(Channel.DESK);
        Priority wished = Priority.named(priority).orElseThrow(() -> Refused.field("priority", "Choose a priority."));
        return Templates.whatIf(tickets.working(current.get(), ref, ticket ->
                wished == ticket.priority() ? List.of() : whatIfs.of(ticket, new Event.PriorityChanged(by.at(), wished), by.at()).sentences()));
    }

    @GET
    @Path("/hold")
    public TemplateInstance hold(@PathParam("ref") String ref, @BeanParam HoldWish wish) {
        By by = current.by(Channel.DESK);
        ZoneId zone = tenants.provider().zone();
        Hold hold = new HoldForm(wish.reason, null, wish.until).hold(zone);
        return Templates.whatIf(tickets.working(current.get(), ref, ticket -> {
            Instant ends = clocks.holdEnds(ticket, hold.until(), by.at());
            return whatIfs.of(ticket, new Event.Hold(by.at(), hold.reason(), ends), by.at()).sentences();
        }));
    }

    /** What stands in the form so far. */
    public static class HoldWish {

        @RestQuery
        String reason;
        @RestQuery
        String until;
    }
}
