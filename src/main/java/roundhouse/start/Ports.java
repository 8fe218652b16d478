package roundhouse.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of this machine, looked at on 127.0.0.1 and on ::1: a server on only one of them would be reached by half of our calls. */
final class Ports {
    private Ports() {
    }

    static int free() {
        while (true) {
            int port = anyFree();
            if (isFree(port)) {
                return port;
            }
        }
    }

    static boolean isFree(int port) {
        return !answers("127.0.0.1", port) && !answers("::1", port) && canListen(port);
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 500);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
