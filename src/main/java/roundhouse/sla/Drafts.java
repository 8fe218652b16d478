package roundhouse.sla;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import roundhouse.identity.By;
import roundhouse.web.Forms;
import roundhouse.web.Refused;
import roundhouse.web.TimeWords;

/** Makes a version of what somebody wrote on a form, or tells what is in the way. */
@ApplicationScoped
class Drafts {

    private final Policies policies;
    private final TermsHistory history;
    private final Forms forms;

    Drafts(Policies policies, TermsHistory history, Forms forms) {
        this.policies = policies;
        this.history = history;
        this.forms = forms;
    }

    /**
     * In the open unit of work.
     *
     * @param field the field of the form for one of the document
     * @return empty where the version was made; else the head of the form, to be shown again with all that was typed
     */
    Optional<DraftHead> write(TermsView.Of of, TermsScreens.Desk desk, DraftHead head, JsonNode document, UnaryOperator<String> field, By by) {
        Optional<TermsView> standing = policies.standing(of, head.name());
        Optional<TermsView> own = standing.filter(view -> view.of() == Party.CLIENT);
        if (!head.known() && own.isPresent()) {
            return Optional.of(head.refused(List.of(new Refused.Violation("name", "There is one of this name: change that one, or take another name."))));
        }
        if (head.known() && standing.filter(view -> view.version() == head.version() && view.of() == (head.own() ? Party.CLIENT : Party.PROVIDER)).isEmpty()) {
            return Optional.of(standing.map(view -> head.stale(told(of, desk, view), view.version())).orElse(head));
        }
        try {
            policies.write(of, forms.checked(new TermsForm(head.name(), document)), by);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(head.refused(refused.violations().stream().map(violation -> new Refused.Violation(field.apply(violation.field()), violation.message())).toList()));
        }
    }

    private String told(TermsView.Of of, TermsScreens.Desk desk, TermsView standing) {
        TermsVersion newest = history.of(of, standing.of(), standing.name()).get(0);
        String changes = String.join("; ", newest.changes().stream().map(Difference::sentence).toList());
        return (newest.by() == null ? "Somebody" : newest.by()) + " made version " + newest.version() + " at "
                + TimeWords.moment(newest.since(), desk.client().zone(), desk.now()) + (changes.isEmpty() ? "." : ": " + changes + ".");
    }
}
