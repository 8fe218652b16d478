package roundhouse.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * The dry run of a repair over the largest client: its youngest 100,000 tickets, or all it has.
 *
 * @param changes  how many differences it found
 * @param examples the first of them, as the API tells them
 */
record Recomputation(long tickets, long clocks, long changes, List<String> examples, double seconds) {

    /** Of amy, who pulls reports. */
    static final String TOKEN = "rh_benchmark-amy";

    private static final int TICKETS = 100_000;
    private static final int EXAMPLES = 5;

    static Recomputation of(int port, Connection superuser) throws IOException, InterruptedException, SQLException {
        LocalDate from;
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery("select min(created_at)::date from (select created_at from ticket"
                + " where tenant_id = " + Loading.tenant(1) + " order by created_at desc limit " + TICKETS + ") youngest")) {
            rows.next();
            from = rows.getObject(1, LocalDate.class);
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/clients/" + Loading.slug(1) + "/sla/repairs"))
                .header("Authorization", "Bearer " + TOKEN).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"from\": \"" + from + "\", \"to\": \"" + LocalDate.now() + "\", \"terms\": \"then\"}")).build();
        long begun = System.nanoTime();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The repair answered " + answer.statusCode() + ": " + answer.body());
        }
        JsonNode told = new ObjectMapper().readTree(answer.body());
        return new Recomputation(told.path("tickets").asLong(), told.path("clocks").asLong(), told.path("verdicts").asLong() + told.path("dues").asLong(),
                StreamSupport.stream(told.path("changes").spliterator(), false).limit(EXAMPLES).map(JsonNode::toString).toList(), seconds);
    }

    String words() {
        return String.format(Locale.ENGLISH, "recomputing one client: %,d tickets with %,d clocks in %.1f s, %,.0f clocks per second; %,d differences%s",
                tickets, clocks, seconds, clocks / seconds, changes, examples.isEmpty() ? "" : ", such as `" + String.join("`, `", examples) + "`");
    }
}
