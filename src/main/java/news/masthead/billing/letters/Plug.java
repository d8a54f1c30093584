package news.masthead.billing.letters;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes the one socket of a conversation, unconnected, and closes it wherever that conversation stands. */
final class Plug extends SocketFactory {

    private final Socket socket = new Socket();

    /** Whoever reads from it or writes to it is told that it is closed. */
    void pull() {
        try {
            socket.close();
        } catch (IOException closed) {
            Log.debugf(closed, "The connection to the mail server was closed before");
        }
    }

    @Override
    public Socket createSocket() {
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw connected();
    }

    private static UnsupportedOperationException connected() {
        return new UnsupportedOperationException("Whoever asks connects it, with a limit of time");
    }
}
