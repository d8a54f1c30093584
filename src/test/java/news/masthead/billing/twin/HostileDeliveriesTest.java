package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileDeliveriesTest {

    private final Newsstand stand = new Newsstand();
    private final Letterbox box = new Letterbox(stand);

    @AfterEach
    void the_contract_was_kept() {
        box.close();
        stand.close();
    }

    @Test
    void the_two_of_a_pair_are_under_way_at_once() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.inPairs());
        box.meeting = new CyclicBarrier(2);

        stand.customer();
        box.settle();

        assertEquals(2, box.received.size(), "each waited for the other, so neither was sent after the other's answer");
        assertEquals(0, box.undelivered());
    }

    @Test
    void while_the_secret_is_rolled_the_signature_is_good_for_both() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.rolling("whsec_old"));

        stand.customer();
        box.settle();

        Letterbox.Delivery delivery = box.received.getFirst();
        for (String secret : List.of("whsec_old", Newsstand.SECRET)) {
            assertEquals("customer.created", box.event(delivery, secret).getType());
        }
    }

    @Test
    void what_is_not_stripes_comes_beside_the_event_and_is_not_well_signed() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.among(Stranger.WRONG_SECRET, Stranger.OLD, Stranger.FUTURE));

        stand.customer();
        box.settle();

        assertEquals(4, box.received.size());
        assertEquals(
                1,
                new HashSet<>(box.received.stream()
                                .map(Letterbox.Delivery::payload)
                                .toList())
                        .size());
        long now = stand.clock.instant().getEpochSecond();
        List<Long> ages = box.received.stream().map(one -> now - one.signedAt()).toList();
        assertTrue(ages.contains(600L) && ages.contains(-86_400L), () -> "signed " + ages + " seconds ago");
        assertEquals(
                3,
                box.received.stream()
                        .filter(Letterbox.Delivery::isRightlySigned)
                        .count(),
                "one has another secret");
    }

    @Test
    void what_is_of_others_comes_beside_the_event_well_signed_and_with_an_identifier_of_its_own() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.among(
                Stranger.UNKNOWN_TYPE, Stranger.FOREIGN_CUSTOMER, Stranger.LIVE_MODE, Stranger.OTHER_TRAIN));

        String customer = stand.customer().getId();
        box.settle();

        List<Event> events = box.events();
        assertEquals(5, events.stream().map(Event::getId).distinct().count());
        assertEquals(1, events.stream().filter(Event::getLivemode).count());
        assertEquals(
                1,
                events.stream()
                        .filter(one -> one.getApiVersion().endsWith("endive"))
                        .count());
        assertEquals(
                1,
                events.stream()
                        .filter(one -> one.getType().equals("a.type.of.tomorrow"))
                        .count());
        assertEquals(
                4,
                box.received.stream()
                        .filter(one -> one.payload().contains(customer))
                        .count());
        assertEquals(4, stand.twin.strangers().size());
        assertTrue(stand.twin.strangers().stream().allMatch(met -> met.status() == 200));
    }

    @Test
    void a_held_batch_comes_whole_and_in_the_order_of_chance() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.heldBack());
        stand.subscribe(stand.customer(), stand.quarterly(), "good");
        box.settle();
        assertEquals(0, box.received.size());

        stand.twin.release(new Random(20_261_126));
        box.settle();

        List<String> arrived = box.events().stream().map(Event::getId).toList();
        List<String> written = box.written();
        assertEquals(new HashSet<>(written), new HashSet<>(arrived));
        assertNotEquals(written, arrived);
        assertEquals(0, box.undelivered());
    }

    @Test
    void what_is_dropped_for_ever_is_listed_as_undelivered_and_never_comes() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.droppingForEver("customer.created"));
        stand.customer();
        box.settle();

        stand.twin.deliver(DeliveryMode.FAITHFUL);
        stand.twin.redeliver();
        box.settle();

        assertEquals(0, box.received.size());
        assertEquals(1, box.undelivered());
    }
}
