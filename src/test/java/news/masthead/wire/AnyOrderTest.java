package news.masthead.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.given.GivenItem;
import news.masthead.given.Size;
import news.masthead.wire.WireItem.Standing;
import news.masthead.wire.format.UnreadableWire;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireMessage;
import news.masthead.wire.format.WireReader;
import org.junit.jupiter.api.Test;

/**
 * Whatever order an agency's items come in, and however often, the desk ends in the same state. Items that say nothing of their order are taken by
 * arrival and left out of the comparison.
 */
@SiteTest
class AnyOrderTest {

    private static final Path SAMPLES = Path.of("../shared/wire-samples");
    private static final Path FIXTURES = Path.of("src/test/resources/wire");

    @Inject
    WireDesk desk;

    @Inject
    Intake intake;

    @Inject
    WireItems items;

    @Inject
    WireFile.Repository files;

    @Inject
    Agencies agencies;

    @Inject
    Clock clock;

    @Test
    void our_own_items_end_the_same_in_any_order_and_any_number_of_times() {
        List<byte[]> own = new ArrayList<>(bytesBelow(FIXTURES));
        IntStream.range(0, 10).forEach(number -> own.addAll(family(number % 2 == 0)));

        endsTheSame(own, Size.of(20, 100));
    }

    @Test
    void real_items_end_the_same_in_any_order_and_any_number_of_times() {
        boolean there = Files.isDirectory(SAMPLES);
        if (!there) {
            System.out.println("NOT RUN: real wire samples are not beside this clone");
        }
        assumeTrue(there);

        endsTheSame(bytesBelow(SAMPLES), Size.of(5, 100));
    }

    @Test
    void real_files_that_come_twice_change_nothing() {
        assumeTrue(Files.isDirectory(SAMPLES));
        List<byte[]> samples = bytesBelow(SAMPLES);

        samples.forEach(this::arrives);
        SortedMap<String, String> once = state("reuters");
        samples.forEach(this::arrives);

        assertEquals(once, state("reuters"));
    }

    /** Five versions of an item, one of them under embargo, and an order to kill it that bears the number of one of them. */
    private static List<byte[]> family(boolean killed) {
        GivenItem item = GivenItem.anItem();
        Instant later = Instant.parse("2126-08-12T12:00:00Z").truncatedTo(ChronoUnit.SECONDS);
        Stream<GivenItem> versions = Stream.of(
                item,
                item.version(2).embargoedUntil(later),
                item.version(3).saying("Third."),
                item.version(10).saying("Tenth."),
                item.version(9).saying("Ninth."),
                killed ? item.version(3).killed() : item.version(11).saying("Eleventh."));
        return versions.map(version -> version.file().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private void arrives(byte[] bytes) {
        desk.accept("reuters", new Delivery(bytes, "", "push", ""));
    }

    private void endsTheSame(List<byte[]> deliveries, int rounds) {
        List<WireMessage> messages = deliveries.stream().flatMap(this::messages).toList();
        SortedMap<String, String> first = null;
        for (int round = 0; round < rounds; round++) {
            List<WireMessage> shuffled = new ArrayList<>(messages);
            if (round > 0) {
                shuffled.addAll(messages);
                Collections.shuffle(shuffled, new Random(round));
            }
            String source = "order-" + UUID.randomUUID();
            QuarkusTransaction.requiringNew().timeout(600).run(() -> take(source, shuffled));
            SortedMap<String, String> state = state(source);
            first = first == null ? state : first;
            assertEquals(first.keySet(), state.keySet(), "round " + round);
            SortedMap<String, String> before = first;
            state.forEach((guid, end) -> assertEquals(before.get(guid), end, guid));
        }
        System.out.printf(
                "%d items in %d orders: %d whose order is their own end the same, %s%n",
                messages.size(),
                rounds,
                first.size(),
                Sha256.of(first.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void take(String source, List<WireMessage> messages) {
        Delivery delivery = new Delivery(source.getBytes(StandardCharsets.UTF_8), "", "test", "");
        WireFile.Id file = files.keep(source, delivery, clock.instant()).id;
        for (int i = 0; i < messages.size(); i++) {
            intake.take(file, i + 1, messages.get(i));
            items.flush();
            items.getEntityManager().clear();
        }
    }

    private Stream<WireMessage> messages(byte[] bytes) {
        try {
            return WireReader.read(
                            bytes, "", agencies.find("reuters").orElseThrow().dialect())
                    .stream()
                    .map(WireMessage::of);
        } catch (UnreadableWire quarantined) {
            return Stream.empty();
        }
    }

    /** What counts of each item that says its own order: version, standing, words. */
    private SortedMap<String, String> state(String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, List<WireItem>> families = items.list("source = ?1 order by id", source).stream()
                    .collect(Collectors.groupingBy(item -> item.guid));
            SortedMap<String, String> state = new TreeMap<>();
            families.forEach((guid, family) -> {
                if (isOrdered(family)) {
                    state.put(
                            guid,
                            family.stream()
                                    .filter(item -> item.standing != Standing.SUPERSEDED)
                                    .map(AnyOrderTest::line)
                                    .sorted()
                                    .collect(Collectors.joining("\n")));
                }
            });
            return state;
        });
    }

    private static boolean isOrdered(List<WireItem> family) {
        List<WireCopy> copies = family.stream()
                .filter(item -> !item.kind.isRecall())
                .flatMap(item -> item.copy().stream())
                .toList();
        return copies.stream()
                .allMatch(one -> copies.stream()
                        .allMatch(other ->
                                one == other || VersionOrder.isOlder(one, other) || VersionOrder.isOlder(other, one)));
    }

    private static String line(WireItem item) {
        String words = item.copy().map(WireCopy::blocks).orElse(List.of()).toString();
        return item.version + " " + item.standing + " " + Sha256.of(words.getBytes(StandardCharsets.UTF_8));
    }

    private static List<byte[]> bytesBelow(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/vocab/"))
                    .filter(file -> file.getNameCount() - folder.getNameCount() > 1 || folder.equals(FIXTURES))
                    .sorted()
                    .map(AnyOrderTest::bytes)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
