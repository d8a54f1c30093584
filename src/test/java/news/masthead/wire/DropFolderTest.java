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
import java.util.List;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.given.GivenItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SiteTest
class DropFolderTest {

    @Inject
    DropFolder dropFolder;

    @Inject
    WireItems items;

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
        Files.writeString(meridian.resolve("1-broken.xml"), "<newsItem>" + item.guid());
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
    void links_and_hidden_files_are_left_alone() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), anItem().file());
        Files.createSymbolicLink(meridian.resolve("link.xml"), secret);
        Files.writeString(meridian.resolve(".partial"), anItem().file());

        dropFolder.look(folder);
        dropFolder.look(folder);

        assertFalse(Files.exists(meridian.resolve(".done")));
    }

    private static String only(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all.toString());
            return all.getFirst().getFileName().toString();
        }
    }
}
