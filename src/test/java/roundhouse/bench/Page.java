package roundhouse.bench;

import java.io.IOException;
import java.util.List;

/** Something that people ask for. @param requests variants, taken in turn. @param status of the answer. @param makesTicket so that its replay needs fresh ids */
record Page(String name, List<byte[]> requests, int status, boolean makesTicket) {

    /** A connection that asks for it. */
    Load.Worker asking(int port, int first) throws IOException {
        return asking(port, first, 1);
    }

    /** @param step from one variant to its next: the number of connections gives each its own variants */
    Load.Worker asking(int port, int first, int step) throws IOException {
        Calls calls = new Calls(port);
        return new Load.Worker() {
            private int next = first;

            @Override
            public void once() throws IOException {
                ask(calls, next);
                next += step;
            }

            @Override
            public void close() throws IOException {
                calls.close();
            }
        };
    }

    void ask(Calls calls, int variant) throws IOException {
        int answered = calls.send(requests.get(variant % requests.size()));
        if (answered != status) {
            throw new IllegalStateException(name + " answered " + answered + " instead of " + status + ": " + calls.body());
        }
    }
}
