package roundhouse.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.branding.Brand;
import roundhouse.sla.Kind;
import roundhouse.tenancy.Tenant;
import roundhouse.tickets.Cause;
import roundhouse.web.TimeWords;

/**
 * The report as it is put before the client.
 *
 * @param summary  the figures in words
 * @param unlisted how many missed clocks are not in the list, since they are too many for a page
 * @param locked   when and by whom, null while the figures may still change
 * @param lockable the period is over
 */
record ReportView(String client, String slug, String logo, String title, String period, String from, String to, String zone, List<String> summary,
                  List<Figure> figures, List<Line> lines, List<Miss> missed, long unlisted, List<Change> corrections, List<Change> lowered, String apart,
                  String locked, boolean lockable) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** @param adjusted null where it is the same */
    record Figure(String name, String value, String tone, String of, String adjusted) {
    }

    record Line(String kind, String priority, Share judged, Share adjusted) {

        public boolean isJudged() {
            return judged.percent != null || adjusted.percent != null;
        }

        public boolean isAdjusted() {
            return !judged.equals(adjusted);
        }
    }

    /** @param percent null where nothing was judged */
    record Share(long n, long met, long missed, Integer percent, String words, String tone) {

        static Share of(Count count) {
            Integer percent = Percent.of(count.met(), count.missed());
            return new Share(count.n(), count.met(), count.missed(), percent, Percent.words(percent), Percent.tone(percent));
        }
    }

    /** @param counts as what, null for missed */
    record Miss(String ref, String kind, Instant dueAt, String due, String over, String reason, String counts) {
    }

    /** @param what in words, without the ticket @param why null for nothing said */
    record Change(String ref, String what, String when, String why) {
    }

    static ReportView of(SlaReport report, Tenant client, Brand brand, Period period, Instant now) {
        ZoneId zone = client.zone();
        long missed = report.rows().stream().mapToLong(SlaReport.Row::missed).sum();
        return new ReportView(client.name(), client.slug(), logo(brand), period.title(), period.words(), report.from().toString(), report.to().toString(),
                report.zone().replace('_', ' '), summary(report), figures(report), report.rows().stream().map(ReportView::line).toList(),
                report.missed().stream().map(miss -> miss(miss, zone)).toList(), Math.max(0, missed - report.missed().size()),
                report.corrections().stream().map(correction -> correction(correction, zone)).toList(),
                report.lowered().stream().map(lowered -> new Change(lowered.ref(), lowered.change() + " by " + lowered.by(), moment(lowered.at(), zone),
                        lowered.reason())).toList(),
                apart(report.apart()), report.locked() == null ? null : DAY.format(report.locked().at().atZone(zone)) + " by " + report.locked().by(),
                !period.end().isAfter(now));
    }

    private static List<String> summary(SlaReport report) {
        Count judged = report.rows().stream().map(SlaReport.Row::judged).reduce(Count.NOTHING, Count::plus);
        Count adjusted = report.rows().stream().map(row -> row.adjusted().count()).reduce(Count.NOTHING, Count::plus);
        if (judged.n() == 0 && adjusted.n() == 0) {
            return List.of("No promise fell due or was kept in this period, so there is nothing to measure.");
        }
        String kept = judged.missed() == 0 ? "All " + judged.n() + " promises of this period were kept."
                : judged.met() + " of " + judged.n() + " promises of this period were kept (" + Percent.words(Percent.of(judged.met(), judged.missed()))
                        + "), " + judged.missed() + (judged.missed() == 1 ? " was missed." : " were missed.");
        String afterwards = adjusted.equals(judged) ? "" : "After approved adjustments it is " + adjusted.met() + " of " + adjusted.n() + " ("
                + Percent.words(Percent.of(adjusted.met(), adjusted.missed())) + ").";
        return Stream.of(kept, afterwards).filter(sentence -> !sentence.isEmpty()).toList();
    }

    private static List<Figure> figures(SlaReport report) {
        return Arrays.stream(Kind.values()).filter(kind -> report.rows().stream().anyMatch(row -> row.kind() == kind)).map(kind -> {
            List<SlaReport.Row> rows = report.rows().stream().filter(row -> row.kind() == kind).toList();
            Share judged = Share.of(rows.stream().map(SlaReport.Row::judged).reduce(Count.NOTHING, Count::plus));
            Share adjusted = Share.of(rows.stream().map(row -> row.adjusted().count()).reduce(Count.NOTHING, Count::plus));
            return new Figure(title(kind), judged.words(), judged.tone(), judged.percent() == null ? "none judged" : judged.met() + " of " + judged.n() + " met",
                    adjusted.equals(judged) ? null : adjusted.words() + ", " + adjusted.met() + " of " + adjusted.n());
        }).toList();
    }

    private static Line line(SlaReport.Row row) {
        return new Line(title(row.kind()), row.priority().name(), Share.of(row.judged()), Share.of(row.adjusted().count()));
    }

    private static Miss miss(SlaReport.Missed missed, ZoneId zone) {
        String known = missed.reason() == null ? "" : Cause.Code.words(missed.reason());
        String reason = Stream.of(known, missed.adjustment() == null ? "" : missed.adjustment()).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return new Miss(missed.ref(), title(missed.kind()), missed.dueAt(), moment(missed.dueAt(), zone),
                missed.overBusinessSeconds() == null ? "-" : TimeWords.length(missed.overBusinessSeconds()), reason.isEmpty() ? "-" : reason,
                missed.adjusted() == null ? null : missed.adjusted().title());
    }

    private static Change correction(SlaReport.Correction correction, ZoneId zone) {
        return new Change(correction.ref(), title(correction.kind()) + ", given as " + correction.was().title() + " for " + DAY.format(correction.from()) + " to "
                + DAY.format(correction.to()) + ", is " + correction.becomes().title(), moment(correction.at(), zone), correction.reason());
    }

    private static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    private static String apart(SlaReport.Apart apart) {
        String words = Stream.of(counted(apart.superseded(), "superseded by a change of priority or policy"), counted(apart.cancelled(), "cancelled"),
                counted(apart.merged(), "merged"), counted(apart.excluded(), "excluded by an adjustment")).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }

    private static String counted(long count, String what) {
        return count == 0 ? "" : count + " " + what;
    }

    /** Inside the page, since the logo's own address answers on the client's host alone. */
    private static String logo(Brand brand) {
        return brand.hasLogo() ? "data:" + brand.logo().type() + ";base64," + Base64.getEncoder().encodeToString(brand.logo().content()) : null;
    }

    private static String title(Kind kind) {
        String words = kind.title();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
