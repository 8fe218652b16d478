package roundhouse.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * What a verb costs at clients whose policies promise something, beside clients without a policy, whose tickets have no clocks.
 *
 * @param on  milliseconds of processor time of service and database together, a request
 * @param off likewise, without clocks
 */
record ClocksCost(String verb, double on, double off) {

    private static final int CONNECTIONS = 4;
    /** Of one client that are replied to, as many for each connection, so that none waits for another, and so many that none becomes a long story. */
    private static final int TICKETS = 200;
    /** In turn, so that a machine that grows slower does so for both. */
    private static final int ROUNDS = 4;
    /** What is done when the answer has been given is counted with it. */
    private static final int AFTERWARDS_MILLISECONDS = 300;
    private static final String REPLY = "{\"body\": \"" + "We have looked at the mailbox and set up the phone anew. ".repeat(8) + "\"}";

    private record Meter(int port, long service, long postgres, Duration time) {

        double milliseconds(Page page) throws Exception {
            double before = ProcessorTime.of(service) + ProcessorTime.withChildren(postgres);
            Load load = Load.of(CONNECTIONS, time, first -> page.asking(port, first, CONNECTIONS));
            Thread.sleep(AFTERWARDS_MILLISECONDS);
            return (ProcessorTime.of(service) + ProcessorTime.withChildren(postgres) - before) / load.nanos().length;
        }
    }

    static List<ClocksCost> of(Pages pages, int port, long service, long postgres, Connection superuser, Duration time) throws Exception {
        List<ClocksCost> costs = new ArrayList<>();
        Meter meter = new Meter(port, service, postgres, time);
        costs.add(of("submit", meter, pages::submission));
        costs.add(of("reply", meter, place -> reply(place, port, superuser)));
        return costs;
    }

    private static ClocksCost of(String verb, Meter meter, IntFunction<Page> page) throws Exception {
        Page on = page.apply(Loading.FIRST_SUBMITTING);
        Page off = page.apply(Loading.WITHOUT_CLOCKS);
        meter.milliseconds(on);
        meter.milliseconds(off);
        double sumOn = 0;
        double sumOff = 0;
        for (int round = 0; round < ROUNDS; round++) {
            sumOn += meter.milliseconds(on);
            sumOff += meter.milliseconds(off);
        }
        return new ClocksCost(verb, sumOn / ROUNDS, sumOff / ROUNDS);
    }

    private static Page reply(int place, int port, Connection superuser) {
        List<byte[]> requests = new ArrayList<>();
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery("select t.prefix || '-' || q.number from queue q "
                + "join tenant t on t.tenant_id = q.tenant_id where q.status = 'NEW' and q.tenant_id = " + Loading.tenant(place) + " order by q.number desc limit " + TICKETS)) {
            while (rows.next()) {
                requests.add(Calls.request("POST", port, "/api/v1/tickets/" + rows.getString(1) + "/replies", "Authorization: Bearer " + Loading.TECHNICIAN_TOKEN + "\r\n", REPLY));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (requests.size() < TICKETS) {
            throw new IllegalStateException(Loading.slug(place) + " has " + requests.size() + " new tickets to reply to, and needs " + TICKETS);
        }
        return new Page("reply", requests, 200, false);
    }

    String words() {
        return String.format(Locale.ENGLISH, "%s: %.1f ms with clocks, %.1f ms without, %.0f %% dearer", verb, on, off, 100 * (on / off - 1));
    }
}
