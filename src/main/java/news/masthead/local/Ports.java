package news.masthead.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Loopback ports, chosen free once and remembered, so that the addresses of the stand-ins stay the same. */
final class Ports {
    /** Below the ports that systems lend to outgoing connections, which would take a remembered one by chance. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

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
        return ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
