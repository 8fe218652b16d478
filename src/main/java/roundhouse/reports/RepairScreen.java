package roundhouse.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Kind;
import roundhouse.tenancy.Tenant;
import roundhouse.tickets.Repair;

/**
 * The page "Repair" of one client.
 *
 * @param difference null until somebody asked for it
 * @param open       proposals that nobody has decided
 */
record RepairScreen(String client, String slug, String from, String to, String terms, Told difference, List<Proposal> open, List<Proposal> decided,
                    List<Kind> kinds, RepairDraft draft) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    /** @param summary in a sentence @param changes verdicts and due instants, the verdicts first */
    record Told(String summary, List<Change> changes, long omitted, List<String> refused) {
    }

    /** @param name as the form sends it back @param proposable a verdict that nobody proposed yet */
    record Change(String name, String ref, String kind, String priority, String was, String wasDue, String becomes, String becomesDue, boolean proposed,
                  boolean proposable, boolean chosen) {
    }

    /** @param mine proposed by the reader, who cannot decide it */
    record Proposal(String id, String ref, String kind, String was, String becomes, String basis, String reason, String proposed, String decided, String state,
                    String note, boolean mine) {
    }

    static RepairScreen of(Tenant client, Period period, Repair.Terms terms, RepairView told, List<Adjustment> adjustments, SignedIn reader, RepairDraft draft) {
        ZoneId zone = client.zone();
        List<Proposal> proposals = adjustments.stream().map(adjustment -> proposal(adjustment, zone, reader)).toList();
        return new RepairScreen(client.name(), client.slug(), period.from().toString(), period.to().toString(), terms == null ? "" : terms.word(),
                told == null ? null : told(told, zone, draft.clocks()), proposals.stream().filter(proposal -> proposal.decided() == null).toList(),
                proposals.stream().filter(proposal -> proposal.decided() != null).toList(), List.of(Kind.values()), draft);
    }

    private static Told told(RepairView view, ZoneId zone, Set<String> chosen) {
        String summary = String.format(Locale.ENGLISH, "%,d %s of %,d %s told anew: %,d %s and %,d more due %s would be otherwise.", view.clocks(),
                counted(view.clocks(), "clock"), view.tickets(), counted(view.tickets(), "ticket"), view.verdicts(), counted(view.verdicts(), "verdict"),
                view.dues(), counted(view.dues(), "instant"));
        return new Told(summary, view.changes().stream().map(change -> change(change, zone, chosen)).toList(), view.omitted(), view.refused());
    }

    private static String counted(long count, String what) {
        return count == 1 ? what : what + "s";
    }

    private static Change change(RepairView.Change change, ZoneId zone, Set<String> chosen) {
        String name = change.ref() + " " + change.kind().word() + " " + change.instance();
        return new Change(name, change.ref(), title(change.kind(), change.instance()), change.priority().name(), change.was().verdict().title(),
                moment(change.was().dueAt(), zone), change.becomes().verdict().title(), moment(change.becomes().dueAt(), zone), change.proposed(),
                change.isOfVerdict() && !change.proposed(), chosen.contains(name));
    }

    private static Proposal proposal(Adjustment adjustment, ZoneId zone, SignedIn reader) {
        return new Proposal(adjustment.id().toString(), adjustment.ref(), title(adjustment.kind(), adjustment.instance()), adjustment.was().title(),
                adjustment.verdict().title(), basis(adjustment.basis()), adjustment.reason(), signed(adjustment.proposed(), zone),
                adjustment.decided() == null ? null : signed(adjustment.decided(), zone), adjustment.state().word(), adjustment.note(),
                adjustment.proposed().user().equals(reader.user()));
    }

    private static String basis(Adjustment.Basis basis) {
        return switch (basis) {
            case HAND -> "by hand";
            case THEN -> "told anew by the terms of that time";
            case NOW -> "told anew by the terms that stand now";
        };
    }

    private static String title(Kind kind, int instance) {
        String words = kind.title();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + (instance > 1 ? " " + instance : "");
    }

    private static String signed(Adjustment.Signature signature, ZoneId zone) {
        return signature.name() + ", " + moment(signature.at(), zone);
    }

    private static String moment(Instant instant, ZoneId zone) {
        return instant == null ? "-" : MOMENT.format(instant.atZone(zone));
    }
}
