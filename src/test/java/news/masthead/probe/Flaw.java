package news.masthead.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;

/**
 * One thing that a site may do wrong, and nothing else.
 *
 * @param technique the row of the table that lives on it
 * @param begin begins to do wrong, remembering nothing
 */
record Flaw(String technique, String name, Supplier<Wrong> begin) {

    /** A site that does it. Asked in the order of the requests, for what it may remember. */
    interface Wrong {

        /** What it answers; {@code scene.real()} itself where the flaw does not show. */
        Answer answer(Scene scene) throws IOException;
    }

    /**
     * @param real what the site answers
     * @param full the page that a subscriber gets at the story's address
     */
    record Scene(Shot shot, Answer real, Answer full) {

        Ask ask() {
            return shot.ask();
        }

        boolean isStranger() {
            return shot.visitor().may() != Visitor.May.READ_EVERYTHING;
        }

        boolean isLiving() {
            return shot.story().wall() != Canary.Wall.KILLED;
        }

        /** Whether the site shows the wall's page here. */
        boolean isWall() {
            return isStranger()
                    && isLiving()
                    && real.status() == 200
                    && real.body().length > 0
                    && ask().target().split("\\?", 2)[0].equals(shot.story().path());
        }

        /** The words of the story, as they stand in a page. */
        String words() throws IOException {
            return Jsoup.parse(full.text()).select("article .body").html();
        }

        /** The full page, as an answer to what was asked. */
        Answer opened() {
            Answer page = full.ok();
            return ask().method().equalsIgnoreCase("HEAD")
                    ? new Answer(page.line(), page.headers(), new byte[0])
                    : page;
        }

        Answer saying(String text) {
            return real.ok().saying(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Flaw of(String technique, String name, Wrong wrong) {
        return new Flaw(technique, name, () -> wrong);
    }

    /**
     * The wall's page is another one.
     *
     * @param changed of the page and the words
     */
    static Flaw inThePage(String technique, String name, BinaryOperator<String> changed) {
        return of(
                technique,
                name,
                scene -> scene.isWall()
                        ? scene.saying(changed.apply(scene.real().text(), scene.words()))
                        : scene.real());
    }

    /** Something stands at the end of the wall's page. */
    static Flaw atTheEnd(String technique, String name, UnaryOperator<String> made) {
        return inThePage(technique, name, (page, words) -> page.replace("</body>", made.apply(words) + "</body>"));
    }

    /** Whoever asks so gets the full page. */
    static Flaw opens(String technique, String name, Predicate<Ask> so) {
        return opensFor(technique, name, scene -> so.test(scene.ask()));
    }

    static Flaw opensFor(String technique, String name, Predicate<Scene> so) {
        return of(
                technique,
                name,
                scene -> scene.isStranger() && scene.isLiving() && so.test(scene) ? scene.opened() : scene.real());
    }

    /** Whoever asks for that address gets the words in another form. */
    static Flaw answers(String technique, String name, String address, UnaryOperator<String> made) {
        return of(
                technique,
                name,
                scene -> scene.isStranger()
                                && scene.isLiving()
                                && scene.ask().target().matches(address)
                        ? scene.saying(made.apply(scene.words()))
                        : scene.real());
    }

    /** The wall's page has a header more, or another one. */
    static Flaw inAHeader(String technique, String name, String header, Said said) {
        return of(
                technique,
                name,
                scene -> scene.isStranger()
                                && scene.isLiving()
                                && scene.real().status() == 200
                                && scene.ask()
                                        .target()
                                        .startsWith(scene.shot().story().path())
                        ? scene.real().with(header, said.of(scene))
                        : scene.real());
    }

    /** What a header says. */
    interface Said {
        String of(Scene scene) throws IOException;
    }

    @Override
    public String toString() {
        return technique + " " + name;
    }
}
