package roundhouse.reports;

import jakarta.ws.rs.core.Response;

/** Lists of a report for a spreadsheet. */
final class SlaReportFile {

    static final String CSV = "text/csv";

    private SlaReportFile() {
    }

    static Response of(SlaReport report) {
        StringBuilder lines = new StringBuilder(Csv.line("kind", "priority", "n", "met", "missed", "compliance",
                "adjusted_n", "adjusted_met", "adjusted_missed", "adjusted_compliance"));
        report.rows().forEach(row -> lines.append(Csv.line(row.kind().word(), row.priority().name(), row.n(), row.met(), row.missed(), row.compliance(),
                row.adjusted().n(), row.adjusted().met(), row.adjusted().missed(), row.adjusted().compliance())));
        return download(report, "sla", lines);
    }

    static Response missed(SlaReport report) {
        StringBuilder lines = new StringBuilder(Csv.line("ref", "kind", "instance", "due_at", "over_business_seconds", "reason", "adjusted", "adjustment"));
        report.missed().forEach(miss -> lines.append(Csv.line(miss.ref(), miss.kind().word(), miss.instance(), miss.dueAt(), miss.overBusinessSeconds(),
                miss.reason(), miss.adjusted() == null ? null : miss.adjusted().word(), miss.adjustment())));
        return download(report, "sla-missed", lines);
    }

    private static Response download(SlaReport report, String what, StringBuilder lines) {
        String name = what + "-" + report.client() + "-" + report.from() + "-" + report.to() + ".csv";
        return Response.ok(lines.toString(), CSV + ";charset=UTF-8;header=present")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"").build();
    }
}
