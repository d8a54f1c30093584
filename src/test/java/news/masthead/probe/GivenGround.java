package news.masthead.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import news.masthead.given.Given;
import news.masthead.identity.Sessions;
import news.masthead.probe.Canary.Wall;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Illustration;

/** A ground of canary stories and of everybody who may not read them, in the site under test. */
@ApplicationScoped
class GivenGround {

    /** More than anybody has free. */
    private static final int METERED = 12;

    private static final Duration LONG_OVER = Duration.ofDays(60);

    @Inject
    Given people;

    @Inject
    CanaryPress press;

    @Inject
    Sessions sessions;

    @Inject
    Archive archive;

    @Inject
    Clock clock;

    /**
     * One killed story, and so many of each other wall.
     *
     * @param door the site; readers use their meters up there
     * @param routes that are tried too
     */
    Ground of(int each, Collection<String> routes, Door door) throws IOException {
        List<Canary> stories = stories(each);
        List<Visitor> strangers = strangers(door);
        List<Visitor> entitled =
                List.of(entitled("a subscriber", people.aSubscriber()), entitled("an editor", people.anEditor()));
        List<String> addresses = Addresses.of(routes, stories.getFirst(), picture(stories.getFirst()));
        return new Ground(stories, strangers, entitled, addresses).scouted(door);
    }

    /** The same stories with other words, more of them, behind their walls. */
    List<Canary> rewritten(Ground ground) {
        return ground.stories().stream()
                .map(story -> story.wall() == Wall.KILLED ? story : rewritten(story))
                .toList();
    }

    private Canary rewritten(Canary story) {
        CanaryText other = CanaryText.of(-Long.parseLong(story.id()), 17);
        press.rewrite(story, seed(story), other);
        return new Canary(story.wall(), story.path(), other.words(), story.etag());
    }

    private List<Canary> stories(int each) {
        return Stream.concat(
                        IntStream.range(0, each).boxed().flatMap(one -> Stream.of(Wall.PREMIUM, Wall.METERED)),
                        Stream.of(Wall.KILLED))
                .map(this::story)
                .toList();
    }

    private Canary story(Wall wall) {
        long seed = clock.instant().toEpochMilli() * 10 + wall.ordinal();
        CanaryText text = CanaryText.of(seed, 3);
        return press.publish(wall, seed, text, photograph(seed, String.join(" ", text.words())));
    }

    private List<Visitor> strangers(Door door) throws IOException {
        List<String> metered = people.stories(METERED, AccessClass.METERED).stream()
                .map(Given.Printed::path)
                .toList();
        List<Visitor> strangers = new ArrayList<>(List.of(Visitor.unknown()));
        strangers.addAll(UsedUp.reader("anonymous, used up", "", metered, door));
        strangers.addAll(UsedUp.reader("registered, used up", session(people.aReader()), metered, door));
        Given.Person expired = people.aSubscriber(clock.instant().minus(LONG_OVER));
        strangers.addAll(UsedUp.reader("expired, used up", session(expired), metered, door));
        Given.Person loggedOut = people.aSubscriber();
        door.ask(Ask.get("/").withCookies(session(loggedOut)));
        sessions.close(loggedOut.session());
        strangers.add(new Visitor("logged out", session(loggedOut), Visitor.May.READ_METERED));
        return List.copyOf(strangers);
    }

    private static Visitor entitled(String name, Given.Person person) {
        return new Visitor(name, session(person), Visitor.May.READ_EVERYTHING);
    }

    private static String session(Given.Person person) {
        return "session=" + person.session();
    }

    private String picture(Canary story) {
        return archive.story(Long.parseLong(story.id()))
                .flatMap(one -> one.illustration())
                .map(Illustration::picture)
                .orElseThrow();
    }

    private long seed(Canary story) {
        String headline = archive.story(Long.parseLong(story.id())).orElseThrow().headline;
        return Long.parseLong(headline.replaceAll("\\D", ""));
    }

    /** A JPEG whose comment is that caption. */
    private static byte[] photograph(long seed, String caption) {
        BufferedImage square = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, 64).forEach(i -> square.setRGB(i % 8, i / 8, (int) (seed * (i + 1))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(square, "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] plain = bytes.toByteArray();
        byte[] said = caption.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(plain.length + 4 + said.length)
                .put(plain, 0, 2)
                .putShort((short) 0xfffe)
                .putShort((short) (2 + said.length))
                .put(said)
                .put(plain, 2, plain.length - 2)
                .array();
    }
}
