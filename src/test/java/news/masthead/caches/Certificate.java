package news.masthead.caches;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that nobody trusts but who asks this class. Made once, by the JDK's own keytool. */
final class Certificate {

    private static final char[] PASSWORD = "for a test".toCharArray();
    private static final String NAME = "site";
    private static final AtomicReference<KeyStore> MADE = new AtomicReference<>();

    private Certificate() {}

    /** As {@code fullchain.pem} and {@code privkey.pem}. */
    static void writeInto(Path folder) throws IOException {
        try {
            KeyStore store = made();
            Files.writeString(
                    folder.resolve("fullchain.pem"),
                    pem("CERTIFICATE", store.getCertificate(NAME).getEncoded()));
            Files.writeString(
                    folder.resolve("privkey.pem"),
                    pem("PRIVATE KEY", store.getKey(NAME, PASSWORD).getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For a client that trusts it. */
    static SSLContext trusted() throws IOException {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry(NAME, made().getCertificate(NAME));
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyStore made() throws IOException, GeneralSecurityException {
        if (MADE.get() == null) {
            MADE.compareAndSet(null, make());
        }
        return MADE.get();
    }

    private static KeyStore make() throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("masthead-certificate");
        Path file = folder.resolve("store.p12");
        try {
            keytool(file);
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            return store;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void keytool(Path file) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String[] command = {
            tool.toString(),
            "-genkeypair",
            "-alias",
            NAME,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "3650",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,dns:login.localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            new String(PASSWORD)
        };
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String pem(String what, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
    }
}
