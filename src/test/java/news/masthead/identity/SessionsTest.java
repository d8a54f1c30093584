package news.masthead.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Size;
import news.masthead.given.Together;
import org.junit.jupiter.api.Test;

@SiteTest
class SessionsTest {

    private static final int TABS = 8;

    @Inject
    Given given;

    @Inject
    Sessions sessions;

    @Inject
    KnownSessions known;

    @Inject
    ForgetSessions forgetting;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void no_request_after_a_log_out_is_let_in_however_many_were_on_their_way() throws Exception {
        try (ExecutorService tabs = Executors.newFixedThreadPool(TABS)) {
            for (int round = 0; round < Size.of(50, 500); round++) {
                Person reader = given.aReader();
                AtomicBoolean closed = new AtomicBoolean();
                List<Future<?>> asking = new ArrayList<>();
                for (int tab = 0; tab < TABS; tab++) {
                    asking.add(tabs.submit(() -> asksUntilItIsOut(reader, closed)));
                }
                assertTrue(sessions.reader(reader.session()).isPresent());
                sessions.close(reader.session());
                closed.set(true);
                for (Future<?> tab : asking) {
                    tab.get();
                }
            }
        }
    }

    @Test
    void of_many_requests_at_the_time_of_a_staff_check_one_asks_the_provider() throws Exception {
        Person editor = given.anEditor();
        Sessions.Known due = known.get(editor.session()).orElseThrow();
        AtomicInteger asking = new AtomicInteger();

        Together.of(TABS, () -> sessions.claims(editor.session(), due) ? asking.incrementAndGet() : 0);

        assertEquals(1, asking.get());
        assertTrue(known.get(editor.session()).orElseThrow().checkedAt().isBefore(due.checkedAt()));
    }

    @Test
    void what_has_run_out_opens_nothing_and_is_destroyed() throws Exception {
        Person reader = given.aReader();
        Person other = given.aReader();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement runsOut =
                        connection.prepareStatement("update session set expires_at = opened_at where token_hash = ?")) {
            runsOut.setBytes(1, Sessions.hash(reader.session()));
            assertEquals(1, runsOut.executeUpdate());
        }
        assertTrue(sessions.reader(reader.session()).isEmpty());

        forgetting.run();

        assertTrue(known.read(reader.session()).isEmpty());
        assertTrue(sessions.reader(other.session()).isPresent());
    }

    private void asksUntilItIsOut(Person reader, AtomicBoolean closed) {
        boolean wasClosed = false;
        while (!wasClosed) {
            wasClosed = closed.get();
            boolean letIn = sessions.reader(reader.session()).isPresent();
            assertFalse(wasClosed && letIn, "let in after the log-out");
        }
    }
}
