package roundhouse.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The pages that are measured. Each is a supplier, since a sign-in is fresh for some minutes only. */
final class Pages {

    private static final int TICKETS = 64;
    private static final String ANSWER = "{\"subject\": \"Mail does not arrive on the phone\", \"body\": \"" + "Since this morning nothing arrives. ".repeat(12)
            + "\", \"category\": \"email\"}";

    private final Staff staff;
    private final int port;
    private final Connection superuser;

    Pages(Staff staff, int port, Connection superuser) {
        this.staff = staff;
        this.port = port;
        this.superuser = superuser;
    }

    static String token(int place) {
        return "rh_benchmark-" + place;
    }

    List<Supplier<Page>> all() {
        String today = LocalDate.now().toString();
        String period = "?from=" + LocalDate.now().minusYears(1).plusDays(1) + "&to=" + today;
        return List.of(
                () -> desk("queue page", "tess", List.of("/desk")),
                () -> desk("queue page with the largest client", "theo", List.of("/desk")),
                () -> desk("ticket page", "tess", references()),
                () -> desk("report", "amy", List.of("/desk/reports/" + Loading.slug(Loading.FIRST_REACHED) + period)),
                this::submission);
    }

    private Page desk(String name, String user, List<String> paths) {
        try {
            String cookies = staff.cookies(user, port);
            return new Page(name, paths.stream().map(path -> Calls.request("GET", port, path, cookies, null)).toList(), 200, false);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Page submission() {
        return submission(IntStream.rangeClosed(Loading.FIRST_SUBMITTING, Loading.LAST_SUBMITTING));
    }

    Page submission(int place) {
        return submission(IntStream.of(place));
    }

    private Page submission(IntStream places) {
        return new Page("request submission", places.mapToObj(place -> Calls.request("POST", port,
                "/api/v1/clients/" + Loading.slug(place) + "/tickets", "Authorization: Bearer " + token(place) + "\r\n", ANSWER)).toList(), 201, true);
    }

    /** Open tickets of all clients that tess reaches. */
    private List<String> references() {
        List<String> paths = new ArrayList<>();
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery("select t.prefix || '-' || q.number from queue q "
                + "join tenant t on t.tenant_id = q.tenant_id where q.tenant_id between " + Loading.tenant(Loading.FIRST_REACHED) + " and "
                + Loading.tenant(Loading.LAST_REACHED) + " order by md5(q.ticket_id::text) limit " + TICKETS)) {
            while (rows.next()) {
                paths.add("/desk/tickets/" + rows.getString(1));
            }
            return paths;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
