package roundhouse.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept connection to the service: what costs the caller little leaves the processor to the called. */
final class Calls implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private byte[] last = new byte[0];

    Calls(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
    }

    /** A whole request, ready to be sent as often as wished. @param headers each ending in CRLF */
    static byte[] request(String method, int port, String path, String headers, String body) {
        String length = body == null ? "" : "Content-Type: application/json\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers + length + "\r\n" + (body == null ? "" : body))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @return the status */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] parts = header.toLowerCase(Locale.ROOT).split(": ?", 2);
            if (parts[0].equals("content-length")) {
                length = Integer.parseInt(parts[1]);
            }
            chunked |= parts[0].equals("transfer-encoding") && parts[1].equals("chunked");
        }
        last = chunked ? chunks() : in.readNBytes(length);
        return status;
    }

    String body() {
        return new String(last, StandardCharsets.UTF_8);
    }

    private byte[] chunks() throws IOException {
        var whole = new java.io.ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            whole.write(in.readNBytes(length));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("The service closed the connection");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
