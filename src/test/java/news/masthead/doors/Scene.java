package news.masthead.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import news.masthead.desk.Decision;
import news.masthead.desk.Newsroom;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.identity.Role;
import news.masthead.story.AccessClass;
import news.masthead.story.Illustration;
import news.masthead.story.Pictures;
import news.masthead.wire.Receipt;

/** What stands behind the doors, and who stands before them. */
@ApplicationScoped
class Scene {

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    Newsroom newsroom;

    @Inject
    Pictures pictures;

    @Inject
    Clock clock;

    /** What stands in the angle brackets of a {@link Door}'s path. */
    Map<String, String> set() throws IOException {
        Printed premium = people.aStory(AccessClass.PREMIUM);
        GivenItem item = GivenItem.anItem();
        Receipt file = wire.arrives(item);
        GivenItem killed = GivenItem.anItem();
        long dead = wire.onTheDesk(killed);
        wire.arrives(killed.killed());
        return Map.of(
                "<premium>", premium.path(),
                "<story>", Long.toString(premium.story().id),
                "<item>", Long.toString(file.items().getFirst().item()),
                "<killed>", Long.toString(dead),
                "<file>", item.source() + "/" + file.file(),
                "<account>", Long.toString(people.aReader().account()),
                "<picture>", printedPicture());
    }

    static String at(Map<String, String> scene, String path) {
        String found = path;
        for (Map.Entry<String, String> thing : scene.entrySet()) {
            found = found.replace(thing.getKey(), thing.getValue());
        }
        return found;
    }

    /** The session of somebody like that who has just logged in; none for an anonymous reader. */
    Optional<String> session(Who who) {
        return switch (who) {
            case ANONYMOUS -> Optional.empty();
            case REGISTERED -> Optional.of(people.aReader().session());
            case SUBSCRIBER -> Optional.of(people.aSubscriber().session());
            case EXPIRED ->
                Optional.of(people.aSubscriber(clock.instant().minus(Duration.ofDays(30)))
                        .session());
            case EDITOR -> Optional.of(people.someone(Role.READER, Role.EDITOR).session());
            case CHIEF -> Optional.of(people.someone(Role.READER, Role.CHIEF).session());
            case BILLING ->
                Optional.of(people.someone(Role.READER, Role.BILLING).session());
            case ADMIN -> Optional.of(people.someone(Role.READER, Role.ADMIN).session());
        };
    }

    /** A picture of a story in the paper. */
    private String printedPicture() throws IOException {
        BufferedImage square = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        square.setRGB(1, 1, UUID.randomUUID().hashCode());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(square, "png", png);
        String picture = pictures.add(png.toByteArray()).id;
        Decision decision = new Decision(
                "A square " + UUID.randomUUID(),
                "",
                "markets",
                AccessClass.FREE,
                1,
                List.of(),
                Optional.of(new Illustration(picture, "A square", "", "")),
                Optional.empty());
        newsroom.write(decision, List.of(), "", "<p>A square.</p>", "Test Editor");
        return picture;
    }
}
