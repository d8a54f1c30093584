package news.masthead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    Path folder;

    private int first;

    @BeforeEach
    void a_port_was_chosen_once() {
        first = ports().forUseBy("keycloak");
    }

    @Test
    void the_port_of_last_time_is_used_again() {
        assertEquals(first, ports().forUseBy("keycloak"));
    }

    @Test
    void another_one_is_chosen_and_remembered_where_somebody_else_has_it() throws IOException {
        try (var taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            var second = ports().forUseBy("keycloak");

            assertNotEquals(taken.getLocalPort(), second);
            assertEquals(second, ports().inUseBy("keycloak"));
        }
    }

    @Test
    void the_port_of_a_server_of_ours_that_still_runs_is_known() throws IOException {
        try (var ours = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(ours.getLocalPort(), ports().inUseBy("keycloak"));
        }
    }

    private Ports ports() {
        return new Ports(new Remembered(folder.resolve("ports.properties")));
    }
}
