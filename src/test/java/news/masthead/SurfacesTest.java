package news.masthead;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenAgency.rights;
import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import news.masthead.desk.Decision;
import news.masthead.desk.Newsroom;
import news.masthead.given.Given;
import news.masthead.given.GivenAgency;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Illustration;
import news.masthead.story.Pictures;
import news.masthead.story.Story;
import news.masthead.web.Links;
import news.masthead.wire.Agency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every address that readers can ask for has a row here, which says what it shows of a wire story, and that a kill and a lapsed licence take it
 * away. A new route without a row fails.
 */
@SiteTest
class SurfacesTest {

    private static final String NOT_A_ROUTE = "(";
    private static final Random COLOURS = new Random();

    private static final List<Row> ROWS = List.of(
            new Row("GET /", story -> Links.FRONT, EnumSet.of(Part.HEADLINE, Part.TEASER), Set.of(), 200, 200, 200),
            new Row(
                    "GET /section/{slug}",
                    story -> Links.section(story.story().section),
                    EnumSet.of(Part.HEADLINE, Part.TEASER),
                    Set.of(),
                    200,
                    200,
                    200),
            new Row(
                    "GET /article/{section}/{file}",
                    Marked::path,
                    EnumSet.allOf(Part.class),
                    EnumSet.of(Part.HEADLINE),
                    200,
                    410,
                    200),
            // Bytes of a picture, no words; it goes with its story
            new Row("GET /picture/{id}", story -> Links.picture(story.picture()), Set.of(), Set.of(), 200, 404, 404),
            // Rules for machines, the same whatever the paper holds
            new Row("GET /robots.txt", story -> Links.ROBOTS, Set.of(), Set.of(), 200, 200, 200),
            // The reader's own matters: it lists no story
            new Row("GET /account", story -> Links.ACCOUNT, Set.of(), Set.of(), 200, 200, 200),
            // A link to it, for somebody who may read it; of the story itself the page has the headline
            new Row("POST /gift", story -> Links.GIFT, EnumSet.of(Part.HEADLINE), Set.of(), 200, 303, 303),
            // Leads on to the story's own address, whatever stands there
            new Row("GET /gift/{token}", story -> Links.gift(token(story)), Set.of(), Set.of(), 303, 303, 303),
            // What stands at no address at all offers the latest stories
            new Row(
                    "(no such page)",
                    story -> "/nowhere/" + story.story().id,
                    EnumSet.of(Part.HEADLINE, Part.TEASER),
                    Set.of(),
                    404,
                    404,
                    404));

    @Inject
    Given people;

    @Inject
    GivenAgency agencies;

    @Inject
    GivenWire wire;

    @Inject
    Newsroom newsroom;

    @Inject
    Archive archive;

    @Inject
    Pictures pictures;

    /** The parts of a story, each with a mark that stands nowhere else. */
    private enum Part {
        HEADLINE,
        TEASER,
        OPENING,
        GATED
    }

    /**
     * What a subscriber meets at an address.
     *
     * @param route as the code says it
     * @param shown what it shows of a story of the paper
     * @param lapsed what is left of it when the licence lapsed; of a killed one nothing ever is
     */
    private record Row(
            String route,
            Function<Marked, String> address,
            Set<Part> shown,
            Set<Part> lapsed,
            int status,
            int statusKilled,
            int statusLapsed) {

        @Override
        public String toString() {
            return route;
        }
    }

    private record Marked(GivenItem item, Agency agency, String mark, Story story, String picture) {

        String path() {
            return Links.story(story.section, story.slug, story.id);
        }
    }

    @Test
    void every_route_for_readers_has_a_row() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("news.masthead");
        assertEquals(listed(), Routes.forReaders(house, "news.masthead"));
    }

    @Test
    void a_route_without_a_row_is_found() {
        Set<String> unlisted =
                new TreeSet<>(Routes.forReaders(new ClassFileImporter().importPackages("planted"), "planted"));
        unlisted.removeAll(listed());
        assertEquals(Set.of("GET /planted/{story}"), unlisted);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shows_what_its_row_says_and_nothing_of_it_after_a_kill(Row row) throws IOException {
        Marked story = aStory();
        meets(row, story, row.status, row.shown);

        wire.arrives(story.item().killed());

        meets(row, story, row.statusKilled, Set.of());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shows_what_its_row_says_and_no_word_when_the_licence_lapsed(Row row) throws IOException {
        Marked story = aStory();
        meets(row, story, row.status, row.shown);

        agencies.grants(story.agency(), rights(false, Optional.empty()));

        meets(row, story, row.statusLapsed, row.lapsed);
    }

    static Stream<Row> rows() {
        return ROWS.stream();
    }

    private static Set<String> listed() {
        return ROWS.stream()
                .map(Row::route)
                .filter(route -> !route.startsWith(NOT_A_ROUTE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void meets(Row row, Marked story, int status, Set<Part> parts) {
        RequestSpecification subscriber = given().cookie(
                        "session", people.aSubscriber().session())
                .redirects()
                .follow(false)
                .header("Accept", "text/html,*/*");
        String address = row.address.apply(story);
        Response answer = row.route.startsWith("POST ")
                ? subscriber.formParam("story", story.story().id).post(address)
                : subscriber.get(address);
        assertEquals(status, answer.statusCode(), row.route);
        Set<Part> met = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (answer.asString().contains(mark(part, story.mark()))) {
                met.add(part);
            }
        }
        assertEquals(parts, met, row.route);
    }

    private Marked aStory() throws IOException {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Agency agency = agencies.with(rights(true, Optional.empty()));
        GivenItem item =
                anItem().from(agency.id()).saying(mark(Part.OPENING, mark) + "</p><p>" + mark(Part.GATED, mark));
        String picture = pictures.add(png()).id;
        Decision decision = new Decision(
                mark(Part.HEADLINE, mark),
                mark(Part.TEASER, mark),
                "economy",
                AccessClass.PREMIUM,
                1,
                List.of(),
                Optional.of(new Illustration(picture, "A square", "", "")),
                Optional.empty());
        long id = newsroom.publish(wire.onTheDesk(item), decision, Optional.empty(), "Test Editor");
        return new Marked(item, agency, mark, archive.story(id).orElseThrow(), picture);
    }

    /** One of a gift link, by its form. */
    private static String token(Marked story) {
        byte[] token = ByteBuffer.allocate(72).putLong(story.story().id).array();
        return Base64.getUrlEncoder().encodeToString(token);
    }

    private static String mark(Part part, String mark) {
        return part.name().toLowerCase(Locale.ROOT) + " " + mark;
    }

    private static byte[] png() throws IOException {
        BufferedImage square = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            square.setRGB(i % 8, i / 8, COLOURS.nextInt());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(square, "png", bytes);
        return bytes.toByteArray();
    }
}
