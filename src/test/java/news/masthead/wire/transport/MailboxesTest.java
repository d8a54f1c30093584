package news.masthead.wire.transport;

import static news.masthead.given.GivenItem.aMail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import news.masthead.SiteTest;
import news.masthead.given.DatabaseOutage;
import news.masthead.wire.Inbox;
import news.masthead.wire.WireDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class MailboxesTest {

    private static final String PROVEN =
            "Authentication-Results: mx.paper.example; dkim=pass header.d=ins.example; dmarc=pass header.from=ins.example\n";

    @Inject
    Mailboxes mailboxes;

    @Inject
    TakenMail.Repository mails;

    @Inject
    WireDesk desk;

    @Inject
    Inbox inbox;

    @Inject
    Rows rows;

    private final String name = "box-" + UUID.randomUUID();
    private final String headline = "Ferry to Diu sails again " + UUID.randomUUID();

    private Post post;

    @BeforeEach
    void a_mail_server() {
        post = new Post(0);
    }

    @AfterEach
    void no_mail_server() {
        post.close();
    }

    @Test
    void a_mail_that_our_server_vouches_for_is_taken_and_moved() throws Exception {
        post.arrives(PROVEN + aMail(headline).file());

        visit();

        assertEquals(List.of("ins NEW"), items());
        assertEquals(List.of(), post.subjects("INBOX"));
        assertEquals(List.of(headline), post.subjects("Done"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dkim=pass header.d=ins.example",
                "dkim=pass header.i=@mail.ins.example",
                "spf=pass smtp.mailfrom=bounce@ins.example; dkim=none",
                "dmarc=pass (p=reject) header.from=ins.example; spf=softfail",
                "dkim=fail header.d=other.example; dkim=pass header.d=ins.example"
            })
    void one_method_that_passes_for_the_senders_domain_is_enough(String results) throws Exception {
        post.arrives("Authentication-Results: mx.paper.example;\n  " + results + "\n"
                + aMail(headline).file());

        visit();

        assertEquals(List.of("ins NEW"), items());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: here\n",
                "Authentication-Results: mx.paper.example; none\n",
                "Authentication-Results: mx.evil.example; dmarc=pass header.from=ins.example\n",
                "Authentication-Results: mx.paper.example; dkim=pass header.d=evil.example\n",
                "Authentication-Results: mx.paper.example; dkim=pass header.d=notins.example\n",
                "Authentication-Results: mx.paper.example; spf=pass smtp.mailfrom=x@evil.example\n",
                "Authentication-Results: mx.paper.example; spf=pass smtp.helo=ins.example\n",
                "Authentication-Results: mx.paper.example; dkim=pass header.d=ins.example; dmarc=fail header.from=ins.example\n",
                "Authentication-Results: mx.paper.example; spf=fail\n" + PROVEN,
                "Authentication-Results: mx.paper.example; dkim=fail (dkim=pass header.d=ins.example)\n",
                PROVEN + "From: somebody@evil.example\n"
            })
    void a_mail_that_nobody_vouches_for_lies_in_quarantine_with_a_reason(String fields) throws Exception {
        post.arrives(fields + aMail(headline).file());

        visit();

        assertEquals(List.of("unknown QUARANTINED"), items());
        assertTrue(inbox.item(item()).orElseThrow().reason.endsWith("."));
        assertEquals(List.of(headline), post.subjects("Error"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk@cpa.example",
                "\"newsdesk@ins.example\" <x@evil.example>",
                "newsdesk@ins.example, x@evil.example",
                "newsdesk@ins.example.evil.example",
                "newsdesk@sub.ins.example",
                "newsdesk",
                "<>"
            })
    void a_sender_whom_no_agency_named_lies_in_quarantine(String from) throws Exception {
        post.arrives(PROVEN + aMail(headline).file().replace("newsdesk@ins.example", from));

        visit();

        assertEquals(List.of("unknown QUARANTINED"), items());
    }

    @Test
    void an_editor_hands_what_lies_in_quarantine_to_an_agency() throws Exception {
        post.arrives(aMail(headline).file());
        visit();
        long item = item();

        desk.hand(item, "ins", "Meera Joshi");
        desk.hand(item, "ins", "Meera Joshi");

        assertEquals(List.of("ins NEW", "unknown IGNORED"), items());
        assertEquals("Handed to ins by Meera Joshi.", inbox.item(item).orElseThrow().reason);
    }

    @Test
    void only_what_is_nobodys_can_be_handed_on_and_only_to_an_agency() throws Exception {
        post.arrives(aMail(headline).file());
        visit();
        long nobodys = item();
        long known = desk.hand(nobodys, "ins", "Meera Joshi").items().getFirst().item();

        assertThrows(IllegalArgumentException.class, () -> desk.hand(known, "cpa", "Meera Joshi"));
        assertThrows(IllegalArgumentException.class, () -> desk.hand(nobodys, "nobody", "Meera Joshi"));
        assertThrows(IllegalArgumentException.class, () -> desk.hand(-1, "ins", "Meera Joshi"));
    }

    @Test
    void a_mail_that_was_taken_before_the_process_died_is_moved_and_not_taken_again() throws Exception {
        post.arrives(PROVEN + aMail(headline).file());
        visit();
        TakenMail taken = mails.list("id.mailbox", name).getFirst();
        rows.run("update wire_mail set uid = " + (taken.id.uid() + 1) + " where mailbox = '" + name + "'");
        post.arrives(PROVEN + aMail("Another mail of that number").file());

        visit();

        assertEquals(List.of(), post.subjects("INBOX"));
        assertEquals(1, mails.count("id.mailbox", name));
    }

    @Test
    void a_mail_that_comes_under_a_new_number_is_not_doubled() throws Exception {
        post.arrives(PROVEN + aMail(headline).file());
        visit();
        post.moveAll("Done", "INBOX");

        visit();

        assertEquals(List.of("ins NEW"), items());
        assertEquals(List.of(headline), post.subjects("Done"));
        assertEquals(2, mails.count("id.mailbox", name));
    }

    @Test
    void a_poisoned_mail_stops_no_other() throws Exception {
        String poison = "Poison " + UUID.randomUUID();
        post.arrives(PROVEN + aMail(poison).file());
        post.arrives(PROVEN + aMail(headline).file());

        try (AutoCloseable refused = rows.refusing(poison)) {
            visit();
        }

        assertEquals(List.of("ins NEW"), items());
        assertEquals(List.of(headline), post.subjects("Done"));
        assertEquals(List.of(poison), post.subjects("INBOX"));
    }

    @Test
    void a_mail_that_is_too_large_shows_in_quarantine_and_stays_whole_on_the_server() throws Exception {
        post.arrives(PROVEN + aMail(headline).file() + "A line of many.\n".repeat(400_000));

        visit();

        assertEquals(List.of("unknown QUARANTINED"), items());
        assertTrue(inbox.item(item()).orElseThrow().reason.contains("larger than 5 MB"));
        assertEquals(List.of(headline), post.subjects("Error"));
    }

    @Test
    void while_the_mail_server_is_dead_it_is_told_of_and_afterwards_nothing_is_missing() throws Exception {
        post.arrives(PROVEN + aMail(headline).file());
        int port = post.port();
        post.close();

        mailboxes.attend(name, Post.settings(port), System.nanoTime());
        assertTrue(error().contains("refused"), error());
        post = new Post(port);
        post.arrives(PROVEN + aMail(headline).file());
        visit();

        assertEquals(List.of("ins NEW"), items());
    }

    @Test
    void a_server_with_a_certificate_that_nobody_trusts_gets_no_password() throws Exception {
        try (Post impostor = Post.withTls()) {
            mailboxes.attend(name, impostor.settings(MailboxSettings.Tls.IMPLICIT), System.nanoTime());
        }

        assertTrue(error().contains("certif"), error());
    }

    @Test
    void a_server_without_starttls_gets_no_password_where_it_was_asked_for() throws Exception {
        mailboxes.attend(name, post.settings(MailboxSettings.Tls.STARTTLS), System.nanoTime());

        assertTrue(error().contains("STARTTLS"), error());
    }

    @Test
    void without_a_database_a_mail_stays_and_is_taken_once_when_it_is_back() throws Exception {
        post.arrives(PROVEN + aMail(headline).file());

        try (DatabaseOutage outage = DatabaseOutage.begin()) {
            visit();
            assertEquals(List.of(headline), post.subjects("INBOX"));
        }
        String other = name + "-again";
        for (int look = 0; look < 20 && !post.subjects("INBOX").isEmpty(); look++) {
            mailboxes.attend(other + look, post.settings(), System.nanoTime());
        }

        assertEquals(List.of("ins NEW"), items());
        assertEquals(List.of(headline), post.subjects("Done"));
    }

    @Test
    void new_mail_is_taken_when_the_server_tells_of_it() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            Future<?> attending = one.submit(() -> mailboxes.attend(name, post.settings(), end));
            while (noted() == 0) {
                Thread.sleep(50);
            }
            Thread.sleep(500);
            post.arrives(PROVEN + aMail(headline).file());
            for (int wait = 0; wait < 100 && items().isEmpty(); wait++) {
                Thread.sleep(50);
            }
            assertEquals(List.of("ins NEW"), items(), "told within five seconds, though the next look is far away");
            attending.get(30, TimeUnit.SECONDS);
        }
    }

    private void visit() {
        mailboxes.attend(name, post.settings(), System.nanoTime());
    }

    private long item() throws SQLException {
        return Long.parseLong(rows.query("select id from wire_item where headline = ? order by id", headline)
                .getFirst());
    }

    private List<String> items() throws SQLException {
        return rows.query("select source || ' ' || standing from wire_item where headline = ? order by 1", headline);
    }

    private String error() throws SQLException {
        return rows.query("select error from wire_transport where kind = 'MAILBOX' and name = ?", name)
                .getFirst();
    }

    private long noted() throws SQLException {
        return rows.query("select name from wire_transport where kind = 'MAILBOX' and name = ?", name)
                .size();
    }
}
