package roundhouse.reports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.tickets.Repair;
import roundhouse.web.Forms;
import roundhouse.web.Refused;
import roundhouse.web.WithinReach;

/** What a client's clocks would say if their stories were told anew; proposing what shall count otherwise, and deciding that. */
@Path("/desk/reports/{slug}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class RepairPage {

    @CheckedTemplate(basePath = "reports")
    static class Templates {
        static native TemplateInstance repair(RepairScreen screen);
    }

    @Inject
    WithinReach within;
    @Inject
    RepairDifferences differences;
    @Inject
    Adjustments adjustments;
    @Inject
    Forms forms;
    @Inject
    DatabaseTime time;
    @Inject
    CurrentPerson current;

    /** @param terms {@code then} or {@code now}; without them nothing is told anew */
    @GET
    @Path("/repair")
    @Operation(hidden = true)
    public TemplateInstance page(@PathParam("slug") String slug, @RestQuery String from, @RestQuery String to, @RestQuery String terms) {
        return screen(slug, from, to, terms, RepairDraft.NOTHING);
    }

    @POST
    @Path("/adjustments")
    @Operation(hidden = true)
    public Response propose(@PathParam("slug") String slug, @BeanParam ProposalForm form) {
        return change(slug, form.from(), form.to(), form.terms(), form::draft,
                by -> within.inside(current.get(), slug, Right.ADJUST_REPORTS, client -> adjustments.propose(client, forms.checked(form.adjustment()).checked(), by)));
    }

    @POST
    @Path("/adjustments/{id}/decision")
    @Operation(hidden = true)
    public Response decide(@PathParam("slug") String slug, @PathParam("id") String id, @RestForm Boolean approved, @RestForm String note,
                           @RestForm String from, @RestForm String to, @RestForm String terms) {
        DecisionForm form = new DecisionForm(approved, note);
        return change(slug, from, to, terms, problem -> RepairDraft.of(List.of(), Map.of("note " + id, note == null ? "" : note), problem),
                by -> within.inside(current.get(), slug, Right.ADJUST_REPORTS, client -> {
                    DecisionForm checked = forms.checked(form).checked();
                    return adjustments.decide(client, RepairApi.id(id), checked.approved(), checked.noteOrNull(), by);
                }));
    }

    private Response change(String slug, String from, String to, String terms, Function<String, RepairDraft> draft, Consumer<By> work) {
        try {
            work.accept(current.by(Channel.DESK));
        } catch (Refused refusal) {
            return Response.status(422).entity(screen(slug, from, to, terms, draft.apply(refusal.getMessage())).render()).build();
        }
        return Response.seeOther(UriBuilder.fromPath("/desk/reports/{slug}/repair").queryParam("from", written(from)).queryParam("to", written(to))
                .queryParam("terms", written(terms)).build(slug)).build();
    }

    private TemplateInstance screen(String slug, String from, String to, String words, RepairDraft draft) {
        SignedIn person = current.get();
        Tenant client = within.client(person, slug);
        WithinReach.mustHold(person, Right.READ_REPORTS);
        Period period = Period.of(from, to, client.zone(), time.now());
        Repair.Terms terms = terms(words);
        RepairView told = terms == null ? null : differences.of(client, person, period, terms);
        List<Adjustment> all = within.inside(person, slug, Right.READ_REPORTS, tenant -> adjustments.all(tenant, null));
        return Templates.repair(RepairScreen.of(client, period, terms, told, all, person, draft));
    }

    private static String written(String parameter) {
        return parameter == null ? "" : parameter;
    }

    private static Repair.Terms terms(String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        for (Repair.Terms terms : Repair.Terms.values()) {
            if (terms.word().equals(words)) {
                return terms;
            }
        }
        throw Refused.field("terms", "Terms are those that stood then, or those that stand now.");
    }
}
