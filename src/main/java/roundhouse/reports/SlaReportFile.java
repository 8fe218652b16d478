package roundhouse.reports;

import jakarta.ws.rs.core.Response;

/** The rows of a report for a spreadsheet. */
final class SlaReportFile {

    static final String CSV = "text/csv";

    private SlaReportFile() {
    }

    static Response of(SlaReport report) {
        StringBuilder lines = new StringBuilder(Csv.line("kind", "priority", "n", "met", "missed", "compliance"));
        report.rows().forEach(row -> lines.append(
                Csv.line(row.kind().word(), row.priority().name(), row.n(), row.met(), row.missed(), row.compliance())));
        String name = "sla-" + report.client() + "-" + report.from() + "-" + report.to() + ".csv";
        return Response.ok(lines.toString(), CSV + ";charset=UTF-8;header=present")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"").build();
    }
}
