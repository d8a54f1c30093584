package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The letters about money, as the support desk shows them. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class SupportLettersTest {

    StripeTwin twin;

    @Inject
    Till till;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    EntityManager entities;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        assertEquals(List.of(), twin.violations());
    }

    @Test
    void says_of_each_letter_what_became_of_it() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        letter(reader, "UPCOMING", "QUEUED", 0, "");
        letter(reader, "RESUMING", "QUEUED", 2, "the mailbox of the reader is full");
        letter(reader, "REFUND", "FAILED", 9, "no route to host");
        letter(reader, "DECLINED", "DROPPED", 1, "It was paid meanwhile, or is over");
        letter(reader, "CARD_EXPIRING", "SENT", 1, "");
        given().cookie("session", staff())
                .get("/ops/billing/" + reader.account())
                .then()
                .statusCode(200)
                .body(containsString("Receipt for ₹900"))
                .body(containsString("Renewal ahead, for ₹900"))
                .body(containsString("Waits to be sent since"))
                .body(containsString("Not sent yet, after try 2: the mailbox of the reader is full"))
                .body(containsString("class=\"care-failed\">Not sent, given up after try 9: no route to host"))
                .body(containsString("Not sent: It was paid meanwhile, or is over"))
                .body(containsString("Card expires before the next payment"));
    }

    private void letter(Buyer reader, String kind, String state, int tries, String problem) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into letter (kind, ref, account, subscription, plan, paise, about, state, queued_at, sent_at, tries, problem)
                        values (:kind, :ref, :account, 'sub_x', 'quarterly', 90000, now(), :state, now(),
                            case when :state = 'SENT' then now() end, :tries, nullif(:problem, ''))""")
                        .setParameter("kind", kind)
                        .setParameter("ref", "of " + reader.account())
                        .setParameter("account", reader.account())
                        .setParameter("state", state)
                        .setParameter("tries", tries)
                        .setParameter("problem", problem)
                        .executeUpdate());
    }

    private String staff() {
        String subject = UUID.randomUUID().toString();
        Account account = accounts.admit(subject, "Nandini Bose", subject + "@house.example", true);
        return sessions.open(
                        account, Set.of(Role.READER, Role.BILLING), new Sessions.Tokens("", Optional.empty()), "test")
                .orElseThrow();
    }
}
