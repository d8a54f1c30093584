package news.masthead.access;

import static news.masthead.access.GivenGift.hex;
import static news.masthead.access.GivenGift.open;
import static news.masthead.access.GivenGift.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import news.masthead.SiteTest;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.given.Size;
import news.masthead.identity.Reader;
import news.masthead.story.Story;
import org.junit.jupiter.api.Test;

/** What a gift link says cannot be forged, and what is kept of it names nobody. */
@SiteTest
class GiftTokensTest {

    private static final Duration OPEN = Duration.ofDays(14);

    @Inject
    GivenGift links;

    @Inject
    Gifts gifts;

    @Inject
    GiftTokens tokens;

    @Inject
    GiftForgetting forgetting;

    @Inject
    Clock clock;

    @Test
    void a_token_with_any_bit_flipped_opens_nothing() {
        Story story = links.aStory();
        byte[] token = Base64.getUrlDecoder().decode(links.link(story));
        for (int bit = 0; bit < token.length * Byte.SIZE; bit++) {
            byte[] other = token.clone();
            other[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            String mutated = Base64.getUrlEncoder().withoutPadding().encodeToString(other);
            assertEquals(Optional.empty(), tokens.read(mutated));
            assertNotEquals(GiftFacts.HELD, gifts.of(someone(), story, mutated, Intent.READING));
        }
    }

    @Test
    void no_mutated_token_opens_anything_or_breaks_anything() {
        Story story = links.aStory();
        String token = links.link(story);
        Random random = new Random(42);
        Set<String> tried = new HashSet<>();
        for (int round = 0; round < Size.of(2_000, 10_000); round++) {
            String mutated = mutated(token, random);
            if (!mutated.equals(token) && tried.add(mutated)) {
                assertNotEquals(GiftFacts.HELD, gifts.of(someone(), story, mutated, Intent.READING), mutated);
            }
        }
        assertEquals(0, links.taken(token));
    }

    @Test
    void another_story_another_giver_or_a_later_end_is_not_what_was_signed() {
        Story story = links.aStory();
        Story other = links.aStory();
        String token = links.link(story);
        GiftLink link = tokens.read(token).orElseThrow();
        byte[] code = Base64.getUrlDecoder().decode(token);
        List<GiftLink> forged = List.of(
                new GiftLink(other.id, link.given(), link.expires(), link.giver(), link.id()),
                new GiftLink(story.id, link.given(), link.expires().plusSeconds(86_400), link.giver(), link.id()),
                new GiftLink(story.id, link.given().plusSeconds(1), link.expires(), link.giver(), link.id()),
                new GiftLink(story.id, link.given(), link.expires(), new byte[16], link.id()),
                new GiftLink(story.id, link.given(), link.expires(), link.giver(), new byte[16]));
        forged.forEach(claim -> {
            byte[] said = claim.bytes();
            byte[] whole = code.clone();
            System.arraycopy(said, 0, whole, 0, said.length);
            String false_ = Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
            Story claimed = claim.story() == story.id ? story : other;
            assertEquals(GiftFacts.INVALID, gifts.of(someone(), claimed, false_, Intent.READING));
        });
    }

    @Test
    void a_link_that_is_forgotten_opens_nothing_although_we_signed_it() {
        Story story = links.aStory();
        GiftLink link = new GiftLink(story.id, clock.instant(), clock.instant().plus(OPEN), new byte[16], new byte[16]);
        assertEquals(GiftFacts.INVALID, gifts.of(someone(), story, tokens.write(link), Intent.READING));
    }

    @Test
    void two_links_of_one_giver_have_nothing_in_common() {
        Reader.Registered giver = links.aGiver();
        GiftLink one =
                tokens.read(open(gifts.give(giver, links.aStory())).token()).orElseThrow();
        GiftLink other =
                tokens.read(open(gifts.give(giver, links.aStory())).token()).orElseThrow();
        assertFalse(Set.of(hex(one.giver()), hex(one.id())).contains(hex(other.giver())));
        assertNotEquals(hex(one.id()), hex(other.id()));
    }

    @Test
    void what_is_kept_of_a_gift_names_nobody() {
        Story story = links.aStory();
        String token = links.link(story);
        gifts.of(someone(), story, token, Intent.READING);
        assertEquals(
                Set.of("id", "giver_key", "given_at", "story", "expires_at", "seats", "taken", "readers"),
                Set.copyOf(links.rows("select column_name from information_schema.columns where table_name = 'gift'")));
        assertEquals(
                Set.of("giver_key", "window_start", "given"),
                Set.copyOf(links.rows(
                        "select column_name from information_schema.columns where table_name = 'gift_allowance'")));
        assertEquals(
                List.of("16"),
                links.rows("select length(readers[1])::text from gift where story = " + story.id),
                "a key");
    }

    @Test
    void who_opened_a_link_is_forgotten_when_it_ends_and_what_was_given_with_the_secret_of_the_month() {
        Reader.Registered giver = links.aGiver();
        Story ended = links.aStory();
        Story open = links.aStory();
        Instant now = clock.instant();
        links.at(now.minus(OPEN).minusSeconds(1)).give(giver, ended);
        links.at(now.minus(OPEN).plusSeconds(60)).give(giver, open);
        links.at(now.minus(Duration.ofDays(70))).give(giver, links.aStory());

        forgetting.run();

        assertEquals(List.of(), links.rows("select story::text from gift where story = " + ended.id));
        assertEquals(List.of("" + open.id), links.rows("select story::text from gift where story = " + open.id));
        assertEquals(
                List.of(),
                links.rows("select given::text from gift_allowance where window_start < now() - interval '63 days'"));
    }

    /** A letter changed, lost, added or moved, or a piece cut off. */
    private static String mutated(String token, Random random) {
        int at = random.nextInt(token.length());
        char letter = (char) (33 + random.nextInt(94));
        return switch (random.nextInt(5)) {
            case 0 -> token.substring(0, at) + letter + token.substring(at + 1);
            case 1 -> token.substring(0, at) + token.substring(at + 1);
            case 2 -> token.substring(0, at) + letter + token.substring(at);
            case 3 -> token.substring(at) + token.substring(0, at);
            default -> token.substring(0, at);
        };
    }
}
