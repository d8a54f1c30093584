package news.masthead.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Loopback ports, chosen free once and remembered, so that the addresses of the stand-ins stay the same. */
final class Ports {
    private final Remembered chosen;

    Ports(Remembered chosen) {
        this.chosen = chosen;
    }

    /** The port of last time; another one where somebody else has that now. */
    int forUseBy(String name) {
        int port = chosen.get(name).map(Integer::valueOf).filter(Ports::isFree).orElseGet(Ports::anyFree);
        chosen.put(name, Integer.toString(port));
        return port;
    }

    /** The port of last time, also when it is taken: for a server of ours that is still running. */
    int inUseBy(String name) {
        return Integer.parseInt(chosen.get(name).orElseThrow());
    }

    static boolean isFree(int port) {
        try (var socket = open(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    static int anyFree() {
        try (var socket = open(0)) {
            return socket.getLocalPort();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
