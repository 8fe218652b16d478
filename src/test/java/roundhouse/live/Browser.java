package roundhouse.live;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.Keys;
import roundhouse.identity.SignedIn;

/** Somebody who has the desk open: reads the live stream line by line. */
final class Browser implements AutoCloseable {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final int status;
    private volatile boolean ended;
    private volatile boolean closed;

    private Browser(HttpResponse<Stream<String>> answer) {
        status = answer.statusCode();
        lines = answer.body();
        Thread reader = new Thread(this::read, "browser");
        reader.setDaemon(true);
        reader.start();
    }

    static Browser listening(SignedIn person) throws IOException, InterruptedException {
        return listening(Keys.atTheDesk(person));
    }

    /** @param cookies of the desk, as a window beside has them too */
    static Browser listening(Map<String, String> cookies) throws IOException, InterruptedException {
        String sent = cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/desk/live"))
                .header("Cookie", sent).header("Accept", "text/event-stream").build();
        return new Browser(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines()));
    }

    int status() {
        return status;
    }

    /** The data of each nudge. */
    List<String> nudges() {
        return heard.stream().filter(line -> line.startsWith("data:")).map(line -> line.substring("data:".length()).strip()).toList();
    }

    List<String> heard() {
        return heard;
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        closed = true;
        lines.close();
    }

    private void read() {
        try {
            lines.forEach(heard::add);
        } catch (UncheckedIOException | IllegalStateException e) {
            if (!closed) {
                throw e;
            }
        } finally {
            ended = true;
        }
    }
}
