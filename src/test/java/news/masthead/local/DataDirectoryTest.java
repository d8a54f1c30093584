package news.masthead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import news.masthead.StandIns.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void a_second_one_is_refused_in_one_clear_sentence() throws CannotStart {
        try (var first = DataDirectory.open(folder)) {
            var refusal = assertThrows(CannotStart.class, () -> DataDirectory.open(folder));

            assertTrue(refusal.getMessage().contains(first.at("").toString()), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("MASTHEAD_DATA"), refusal.getMessage());
        }
    }

    @Test
    void a_second_one_waits_for_a_first_that_is_about_to_end() throws CannotStart {
        var first = DataDirectory.open(folder);
        CompletableFuture.runAsync(first::close);

        try (var second = DataDirectory.open(folder)) {
            assertEquals(folder.resolve("clock"), second.at("clock"));
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThrows(CannotStart.class, () -> DataDirectory.open(file.resolve("data")));
    }
}
