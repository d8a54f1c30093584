package news.masthead.wire;

import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.given.DatabaseOutage;
import news.masthead.given.GivenItem;
import org.hibernate.JDBCException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SiteTest
class DropFolderTest {

    @Inject
    DropFolder dropFolder;

    @Inject
    WireItems items;

    @Inject
    Transports transports;

    @Inject
    Clock clock;

    @TempDir
    Path folder;

    private Path meridian;

    @BeforeEach
    void the_agency_has_its_folder() throws IOException {
        meridian = Files.createDirectories(folder.resolve("meridian"));
    }

    @Test
    void a_file_that_stands_still_is_taken_and_kept_as_done() throws IOException {
        GivenItem item = anItem();
        Files.writeString(meridian.resolve("siding.xml"), item.file());

        dropFolder.look(folder);
        assertTrue(items.versionsOf("meridian", item.guid()).isEmpty());
        dropFolder.look(folder);

        assertEquals(1, items.versionsOf("meridian", item.guid()).size());
        assertTrue(only(meridian.resolve(".done")).endsWith("-siding.xml"));
        assertFalse(Files.exists(meridian.resolve("siding.xml")));
    }

    @Test
    void a_file_that_still_grows_is_left_until_it_is_whole() throws IOException {
        GivenItem item = anItem();
        Path file = meridian.resolve("slow.xml");
        Files.writeString(file, item.file().substring(0, 100));
        dropFolder.look(folder);
        Files.writeString(file, item.file().substring(100), StandardOpenOption.APPEND);

        dropFolder.look(folder);
        assertTrue(Files.exists(file));
        dropFolder.look(folder);

        assertEquals(1, items.versionsOf("meridian", item.guid()).size());
    }

    @Test
    void a_file_that_cannot_be_read_is_kept_as_an_error_and_stops_no_other() throws IOException {
        GivenItem item = anItem();
        beforeLong(Files.writeString(meridian.resolve("1-broken.xml"), "<newsItem>" + item.guid()));
        Files.writeString(meridian.resolve("2-whole.xml"), item.file());

        dropFolder.look(folder);
        dropFolder.look(folder);

        assertTrue(only(meridian.resolve(".error")).endsWith("-1-broken.xml"));
        assertTrue(only(meridian.resolve(".done")).endsWith("-2-whole.xml"));
    }

    @Test
    void a_file_that_is_too_large_is_an_error_and_is_not_kept() throws IOException {
        Files.write(meridian.resolve("huge.xml"), new byte[Delivery.LARGEST + 1]);

        dropFolder.look(folder);
        dropFolder.look(folder);

        assertEquals("too-large-huge.xml", only(meridian.resolve(".error")));
    }

    @Test
    void evidence_of_one_name_is_never_written_over() throws IOException {
        for (int time = 0; time < 3; time++) {
            Files.write(meridian.resolve("huge.xml"), new byte[Delivery.LARGEST + 1 + time]);
            dropFolder.look(folder);
            dropFolder.look(folder);
        }

        assertEquals(
                List.of("2-too-large-huge.xml", "3-too-large-huge.xml", "too-large-huge.xml"),
                names(meridian.resolve(".error")));
    }

    @Test
    void a_transfer_that_stalls_half_way_is_waited_for() throws IOException {
        GivenItem item = anItem();
        Path file = meridian.resolve("stalled.xml");
        Files.writeString(file, item.file().substring(0, 300));
        Path empty = Files.createFile(meridian.resolve("begun.xml"));
        for (int look = 0; look < 4; look++) {
            dropFolder.look(folder);
        }
        assertTrue(Files.exists(file));
        assertTrue(Files.exists(empty));

        Files.writeString(file, item.file().substring(300), StandardOpenOption.APPEND);
        dropFolder.look(folder);
        dropFolder.look(folder);

        assertEquals(1, items.versionsOf("meridian", item.guid()).size());
        assertEquals(List.of(), names(meridian.resolve(".error")));
    }

    @Test
    void a_transfer_that_never_goes_on_is_an_error_in_the_end() throws IOException {
        beforeLong(Files.writeString(
                meridian.resolve("stalled.xml"), anItem().file().substring(0, 300)));
        beforeLong(Files.createFile(meridian.resolve("empty.xml")));

        dropFolder.look(folder);
        dropFolder.look(folder);

        assertEquals(2, names(meridian.resolve(".error")).size());
    }

    @Test
    void a_file_with_the_longest_name_there_is_can_be_put_away() throws IOException {
        String name = "ü".repeat(125) + ".xml";
        Files.writeString(meridian.resolve(name), anItem().file());

        dropFolder.look(folder);
        dropFolder.look(folder);

        assertTrue(only(meridian.resolve(".done")).endsWith(".xml"));
    }

    @Test
    void without_a_database_a_file_stays_and_is_taken_once_when_it_is_back() throws Exception {
        GivenItem item = anItem();
        Path file = Files.writeString(meridian.resolve("siding.xml"), item.file());
        dropFolder.look(folder);

        try (DatabaseOutage outage = DatabaseOutage.begin()) {
            lookInVain();
            assertTrue(Files.exists(file));
        }
        for (int look = 0; look < 50 && Files.exists(file); look++) {
            dropFolder.look(folder);
        }

        assertFalse(Files.exists(file));
        assertEquals(1, items.versionsOf("meridian", item.guid()).size());
    }

    /** Whose folder it is may have to be asked of the database too; the job then fails as a whole and comes round again. */
    private void lookInVain() {
        try {
            dropFolder.look(folder);
        } catch (RuntimeException noDatabase) {
            assertTrue(noDatabase instanceof JDBCException, noDatabase.toString());
        }
    }

    @Test
    void a_folder_that_cannot_be_used_is_told_of_and_nothing_is_taken_from_it() throws IOException {
        GivenItem item = anItem();
        Files.writeString(meridian.resolve(".done"), "in the way");
        Path file = Files.writeString(meridian.resolve("siding.xml"), item.file());
        Instant before = clock.instant();

        for (int look = 0; look < 3; look++) {
            dropFolder.look(folder);
        }

        assertTrue(Files.exists(file));
        assertTrue(items.versionsOf("meridian", item.guid()).isEmpty());
        Transports.Fared fared = transports.since(before).stream()
                .filter(told -> told.line().equals(new Transports.Line(Transports.Kind.FOLDER, "meridian", "")))
                .findFirst()
                .orElseThrow();
        assertTrue(fared.error().startsWith("The folder cannot be used"), fared.error());
        assertFalse(fared.lastError().isBefore(before));
    }

    @Test
    void links_and_hidden_files_are_left_alone() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), anItem().file());
        Files.createSymbolicLink(meridian.resolve("link.xml"), secret);
        Files.writeString(meridian.resolve(".partial"), anItem().file());

        dropFolder.look(folder);
        dropFolder.look(folder);

        assertEquals(List.of(), names(meridian.resolve(".done")));
    }

    /** Longer ago than any transfer stalls. */
    private static void beforeLong(Path file) throws IOException {
        Files.setLastModifiedTime(
                file, FileTime.from(Clock.systemUTC().instant().minus(Duration.ofMinutes(5))));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String only(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all.toString());
            return all.getFirst().getFileName().toString();
        }
    }
}
