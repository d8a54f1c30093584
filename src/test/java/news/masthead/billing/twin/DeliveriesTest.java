package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.Price;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private final Newsstand stand = new Newsstand();
    private final Letterbox box = new Letterbox(stand);

    @AfterEach
    void the_contract_was_kept() {
        box.close();
        stand.close();
    }

    @Test
    void the_sdk_accepts_the_signature_and_only_with_the_right_secret() throws Exception {
        stand.customer();
        box.settle();

        Letterbox.Delivery delivery = box.received.getFirst();

        Event event =
                Webhook.constructEvent(delivery.payload(), delivery.signature(), Newsstand.SECRET, 300, stand.clock);
        assertEquals("customer.created", event.getType());
        assertTrue(event.getDataObjectDeserializer().getObject().isPresent());
        assertThrows(
                SignatureVerificationException.class,
                () -> Webhook.constructEvent(
                        delivery.payload(), delivery.signature(), "whsec_other", 300, stand.clock));
    }

    @Test
    void an_update_tells_what_was_before() throws Exception {
        stand.subscribe(stand.customer(), stand.quarterly(), "good");
        box.settle();

        Event update = stand.stripe
                .v1()
                .events()
                .list(EventListParams.builder()
                        .setType("customer.subscription.updated")
                        .build())
                .getData()
                .getFirst();

        assertEquals("incomplete", update.getData().getPreviousAttributes().get("status"));
        assertEquals(0, update.getPendingWebhooks());
    }

    @Test
    void what_is_refused_comes_again_until_it_is_taken() throws Exception {
        box.refusals.set(2);

        String customer = stand.customer().getId();
        box.settle();

        assertEquals(3, box.received.size());
        assertEquals(
                1,
                new HashSet<>(box.received.stream()
                                .map(Letterbox.Delivery::payload)
                                .toList())
                        .size());
        assertTrue(box.received.getFirst().payload().contains(customer));
        assertEquals(0, box.undelivered());
    }

    @Test
    void shuffled_and_doubled_everything_comes_twice_and_out_of_order() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.shuffled().times(2));

        for (int reader = 0; reader < 3; reader++) {
            stand.subscribe(stand.customer(), price(reader), "good");
        }
        box.settle();

        List<String> ids = box.events().stream().map(Event::getId).toList();
        List<String> written = box.written();
        assertEquals(2 * written.size(), ids.size());
        assertEquals(new HashSet<>(written), new HashSet<>(ids));
        assertNotEquals(written, ids.stream().distinct().toList());
    }

    @Test
    void what_was_lost_is_listed_as_undelivered_and_comes_when_told() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.losing("checkout.session.completed"));
        Session session = stand.session(stand.customer(), stand.quarterly());
        stand.press(session, "outcome=pay");
        box.settle();
        assertEquals(1, box.undelivered());
        int before = box.received.size();

        stand.twin.deliver(DeliveryMode.FAITHFUL);
        stand.twin.redeliver();
        box.settle();

        assertEquals(before + 1, box.received.size());
        assertEquals(
                "checkout.session.completed", box.event(box.received.getLast()).getType());
        assertEquals(0, box.undelivered());
    }

    @Test
    void a_late_one_is_late() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.late(Duration.ofMillis(300)));
        long start = System.nanoTime();

        stand.customer();
        box.settle();

        assertTrue(System.nanoTime() - start >= 300_000_000L);
        assertEquals(1, box.received.size());
    }

    private Price price(int reader) throws Exception {
        return stand.price("plan-" + reader, 90_000, Interval.MONTH, 3);
    }
}
