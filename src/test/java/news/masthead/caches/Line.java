package news.masthead.caches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between nginx and the site: it can be cut, as when the site's process ends, and mended. */
final class Line implements AutoCloseable {

    private final int site;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private volatile boolean silent;

    private Line(int site, ServerSocket door) {
        this.site = site;
        this.port = door.getLocalPort();
        this.door = door;
        Thread.ofVirtual().start(() -> accept(door));
    }

    static Line to(int site) {
        return new Line(site, listen(0));
    }

    int port() {
        return port;
    }

    /** Nothing listens there any more. */
    void cut() {
        close();
    }

    /** Requests are taken, and nothing is heard of them again. */
    void hang() {
        silent = true;
    }

    void mend() {
        silent = false;
        if (door.isClosed()) {
            ServerSocket again = listen(port);
            door = again;
            Thread.ofVirtual().start(() -> accept(again));
        }
    }

    @Override
    public void close() {
        shut(door);
        sockets.forEach(Line::shut);
        sockets.clear();
    }

    private void accept(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                Socket client = open.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), site);
                sockets.add(client);
                sockets.add(upstream);
                Thread.ofVirtual().start(() -> pump(client, upstream));
                Thread.ofVirtual().start(() -> pump(upstream, client));
            } catch (IOException cut) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] some = new byte[16_384];
        try (from;
                to) {
            for (int read = from.getInputStream().read(some);
                    read >= 0;
                    read = from.getInputStream().read(some)) {
                if (!silent) {
                    to.getOutputStream().write(some, 0, read);
                }
            }
        } catch (IOException cut) {
            sockets.remove(from);
        }
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return socket;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void shut(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception gone) {
            throw new IllegalStateException(gone);
        }
    }
}
