package news.masthead.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.identity.LoggedIn;
import news.masthead.identity.Reader;
import news.masthead.story.Story;
import news.masthead.values.Publication;
import news.masthead.values.Window;

/**
 * Stories that subscribers give away: a link opens one story for a number of readers, until its time is over. It goes on doing so where the
 * giver's subscription ends: it was given by somebody who had the right to, and the receivers did nothing wrong. The giver's own reading is
 * never a gift, so nobody reads on past a subscription by links to themselves.
 */
@Startup
@ApplicationScoped
public class Gifts {

    /** Beyond it a link could outlive the secret under which its readers are kept, which is destroyed with the month after. */
    private static final int MOST_DAYS = 28;

    @Inject
    GiftBook book;

    @Inject
    GiftTokens tokens;

    @Inject
    GiftSettings settings;

    @Inject
    ReaderKeys keys;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    /** By link and reader: who has a seat keeps it. */
    private final Cache<ByteBuffer, Boolean> held =
            Caffeine.newBuilder().maximumSize(200_000).build();

    @PostConstruct
    void check() {
        if (settings.days() < 1 || settings.days() > MOST_DAYS || settings.readers() < 1 || settings.perMonth() < 0) {
            throw new IllegalArgumentException(
                    "masthead.gift needs days from 1 to 28, readers from 1 and per-month from 0");
        }
    }

    /** Whether subscribers may give stories at all. */
    public boolean offered() {
        return settings.perMonth() > 0;
    }

    /**
     * Gives a story; to give it again while its link is open answers the same link and costs nothing.
     *
     * @param giver somebody who may read it by a subscription
     */
    public Giving give(Reader.Registered giver, Story story) {
        Instant now = clock.instant();
        Window month = Window.monthOf(now, publication.zone());
        Window before = Window.monthOf(month.start().minusNanos(1), publication.zone());
        GiftBook.Giver key = new GiftBook.Giver(keys.of(giver, month), keys.of(giver, before), month);
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        GiftBook.Row row =
                book.fresh(key, story.id, second, second.plus(Duration.ofDays(settings.days())), settings.readers());
        GiftBook.Given given = book.give(key, row, settings.perMonth(), now);
        int left = Math.max(0, settings.perMonth() - given.inMonth());
        return given.link()
                .<Giving>map(open -> opens(open, left, month.end()))
                .orElseGet(() -> new Giving.NoneLeft(settings.perMonth(), month.end()));
    }

    /** The story that a token speaks of, whether or not it opens it; none where it is no token at all. */
    public OptionalLong storyOf(String token) {
        return tokens.claimedStory(token);
    }

    /** How long a token still opens its story; nothing for one that opens none. */
    public Duration opensFor(String token) {
        Instant now = clock.instant();
        return tokens.read(token)
                .map(link -> Duration.between(now, link.expires()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /**
     * What a token does for a reader. One who is reading takes one of the link's seats for it, durably, and has it from then on; to look ahead
     * takes none. Never spends a free story.
     */
    GiftFacts of(Reader reader, Story story, String token, Intent intent) {
        if (tokens.claimedStory(token).orElse(0) != story.id) {
            return GiftFacts.NONE;
        }
        Instant now = clock.instant();
        return tokens.read(token)
                .filter(link -> now.isBefore(link.expires()))
                .map(link -> ask(reader, link, intent, now))
                .orElse(GiftFacts.INVALID);
    }

    /** The account keeps the seats of the anonymous reader it turned out to be. */
    void merge(@Observes LoggedIn loggedIn) {
        Window month = Window.monthOf(clock.instant(), publication.zone());
        Window before = Window.monthOf(month.start().minusNanos(1), publication.zone());
        for (Window given : List.of(month, before)) {
            book.join(given, keys.of(loggedIn.before(), given), keys.of(loggedIn.now(), given));
        }
    }

    private GiftFacts ask(Reader reader, GiftLink link, Intent intent, Instant now) {
        byte[] key = keys.of(reader, Window.monthOf(link.given(), publication.zone()));
        if (MessageDigest.isEqual(tokens.giver(key, link.id()), link.giver())) {
            return GiftFacts.NONE;
        }
        ByteBuffer seat = seat(link, key);
        if (held.getIfPresent(seat) != null || intent == Intent.READING && book.take(link.id(), key, now)) {
            held.put(seat, true);
            return GiftFacts.HELD;
        }
        return without(seat, link, key, intent, now);
    }

    /** Who took no seat just now has one since before, or finds none. To look ahead is no answer to whether there is one. */
    private GiftFacts without(ByteBuffer seat, GiftLink link, byte[] key, Intent intent, Instant now) {
        Optional<Boolean> holds = book.holds(link.id(), key, now);
        if (holds.isEmpty()) {
            return GiftFacts.INVALID;
        }
        if (holds.get()) {
            held.put(seat, true);
            return GiftFacts.HELD;
        }
        return intent == Intent.READING ? GiftFacts.USED_UP : GiftFacts.NONE;
    }

    private static ByteBuffer seat(GiftLink link, byte[] key) {
        return ByteBuffer.allocate(link.id().length + key.length)
                .put(link.id())
                .put(key)
                .flip();
    }

    private Giving.Open opens(GiftBook.Row row, int left, Instant resets) {
        byte[] giver = tokens.giver(row.giver(), row.id());
        GiftLink link = new GiftLink(row.story(), row.given(), row.expires(), giver, row.id());
        return new Giving.Open(
                tokens.write(link), row.expires(), row.seats(), row.taken(), left, settings.perMonth(), resets);
    }

    /** What comes of giving a story. */
    public sealed interface Giving {

        /**
         * A link that opens the story.
         *
         * @param expires the instant from which it does not
         * @param readers how many readers it opens it for
         * @param opened how many of them have come
         * @param left how many other stories may be given before {@code resets}, of {@code limit} in all
         */
        record Open(String token, Instant expires, int readers, int opened, int left, int limit, Instant resets)
                implements Giving {}

        /** As many stories were given as a month allows. */
        record NoneLeft(int limit, Instant resets) implements Giving {}
    }
}
