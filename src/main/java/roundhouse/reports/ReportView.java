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
import roundhouse.web.TimeWords;

/** The report as it is put before the client. */
record ReportView(String client, String slug, String logo, String period, String from, String to, String zone, List<Figure> figures, List<Line> lines,
                  List<Miss> missed, String apart) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    record Figure(String name, String value, String tone, String of) {
    }

    /** @param percent null where nothing was judged */
    record Line(String kind, String priority, long n, long met, long missed, Integer percent, String words, String tone) {
    }

    record Miss(String ref, String kind, Instant dueAt, String due, String over, String reason) {
    }

    static ReportView of(SlaReport report, Tenant client, Brand brand, Period period) {
        return new ReportView(client.name(), client.slug(), logo(brand), period.words(), report.from().toString(), report.to().toString(),
                report.zone().replace('_', ' '), figures(report), report.rows().stream().map(ReportView::line).toList(),
                report.missed().stream().map(miss -> miss(miss, client.zone())).toList(), apart(report.apart()));
    }

    private static List<Figure> figures(SlaReport report) {
        return Arrays.stream(Kind.values()).filter(kind -> report.rows().stream().anyMatch(row -> row.kind() == kind)).map(kind -> {
            List<SlaReport.Row> rows = report.rows().stream().filter(row -> row.kind() == kind).toList();
            long met = rows.stream().mapToLong(SlaReport.Row::met).sum();
            long missed = rows.stream().mapToLong(SlaReport.Row::missed).sum();
            Integer percent = Percent.of(met, missed);
            return new Figure(title(kind), Percent.words(percent), Percent.tone(percent),
                    percent == null ? "none judged" : met + " of " + (met + missed) + " met");
        }).toList();
    }

    private static Line line(SlaReport.Row row) {
        Integer percent = Percent.of(row.met(), row.missed());
        return new Line(title(row.kind()), row.priority().name(), row.n(), row.met(), row.missed(), percent, Percent.words(percent), Percent.tone(percent));
    }

    private static Miss miss(SlaReport.Missed missed, ZoneId zone) {
        return new Miss(missed.ref(), title(missed.kind()), missed.dueAt(), MOMENT.format(missed.dueAt().atZone(zone)),
                missed.overBusinessSeconds() == null ? "-" : TimeWords.length(missed.overBusinessSeconds()),
                missed.reason() == null ? "-" : "on hold: " + missed.reason().replace('_', ' '));
    }

    private static String apart(SlaReport.Apart apart) {
        String words = Stream.of(counted(apart.superseded(), "superseded by a change of priority or policy"), counted(apart.cancelled(), "cancelled"),
                counted(apart.merged(), "merged"), counted(apart.excluded(), "excluded")).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
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
