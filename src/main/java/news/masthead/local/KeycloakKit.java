package news.masthead.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What the build laid beside the program for the local Keycloak: its distribution, our realm, our theme.
 *
 * @param folder {@code target/keycloak}
 */
record KeycloakKit(Path folder, Path distribution) {
    private static final String DISTRIBUTION = "keycloak-quarkus-dist-.*\\.zip";

    /** Beside the packaged program, or under the working directory in dev mode. */
    static Optional<KeycloakKit> find() {
        var program =
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().getParent();
        return Stream.of(
                        program.resolveSibling("keycloak"),
                        Path.of("target", "keycloak").toAbsolutePath())
                .flatMap(folder -> distributionIn(folder).map(zip -> new KeycloakKit(folder, zip)).stream())
                .findFirst();
    }

    /** {@code keycloak-26.7.4} */
    String name() {
        return distribution
                .getFileName()
                .toString()
                .replace("-quarkus-dist", "")
                .replace(".zip", "");
    }

    Path realm() {
        return folder.resolve("keycloak-realm.json");
    }

    Path theme() {
        return folder.resolve("keycloak-theme");
    }

    /** Unpacks to {@code home}, which appears only when it is whole: a killed unpacking is done again. */
    void unpackTo(Path home) throws IOException {
        var draft = home.resolveSibling(home.getFileName() + ".unpacking");
        Folder.delete(draft);
        try (var zip = new ZipFile(distribution.toFile())) {
            for (var entry : zip.stream().toList()) {
                unpack(zip, entry, draft);
            }
        }
        Files.move(draft.resolve(name()), home);
        Folder.delete(draft);
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path draft) throws IOException {
        if (Thread.interrupted()) {
            throw new IOException("Interrupted while unpacking");
        }
        var file = draft.resolve(entry.getName()).normalize();
        if (!file.startsWith(draft)) {
            throw new IOException(entry.getName() + " points out of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        try (var in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
        if (file.toString().endsWith(".sh")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static Optional<Path> distributionIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(DISTRIBUTION))
                    .max(Comparator.naturalOrder());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
