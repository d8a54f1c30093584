package news.masthead;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A line to a server on this machine that can be shut as a broken network shuts one: nothing is refused, nothing comes through. */
final class Tap implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private boolean shut;

    private Tap(ServerSocket door, int server) {
        this.door = door;
        this.server = server;
    }

    static Tap to(int server) throws IOException {
        Tap tap = new Tap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        daemon(tap::accept);
        return tap;
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized void shut() {
        shut = true;
    }

    synchronized void open() {
        shut = false;
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        open();
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                daemon(() -> pump(client, upstream));
                daemon(() -> pump(upstream, client));
            } catch (IOException closed) {
                System.out.println("A line through the tap ended: " + closed);
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8_192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitOpen();
                out.write(bytes, 0, read);
            }
        } catch (IOException | InterruptedException ended) {
            System.out.println("A line through the tap ended: " + ended);
        }
    }

    private synchronized void awaitOpen() throws InterruptedException {
        while (shut) {
            wait();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tap");
        thread.setDaemon(true);
        thread.start();
    }
}
