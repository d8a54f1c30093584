package news.masthead.doors;

import java.util.Set;

/**
 * A route, and who gets in.
 *
 * @param route method and path, as the router knows them
 * @param shut what whoever has no right gets
 * @param inside who has it
 * @param path an address of the route; {@link Scene} knows what stands in its angle brackets
 * @param form what is posted; empty for a request without a body
 * @param statuses what those inside may get
 * @param words who finds gated words there
 */
record Door(String route, Shut shut, Set<Who> inside, String path, String form, Set<Integer> statuses, Set<Who> words) {

    /** How a door is shut. */
    enum Shut {
        /** It is not. */
        OPEN,
        /** Anonymous readers are sent to log in, others are refused. */
        BY_SESSION,
        /** As that, for a form of a page that everybody sees: the refusal leads to the log-in. */
        BY_FORM,
        /** Everybody is refused who does not prove something in a header, whatever their session says. */
        BY_PROOF
    }

    static Door open(String route, String path, Integer... statuses) {
        return new Door(route, Shut.OPEN, Who.ALL, path, "", Set.of(statuses), Set.of());
    }

    static Door to(Set<Who> inside, String route, String path, Integer... statuses) {
        return new Door(route, Shut.BY_SESSION, inside, path, "", Set.of(statuses), Set.of());
    }

    static Door form(String route, String path, Integer... statuses) {
        return new Door(route, Shut.BY_FORM, Who.LOGGED_IN, path, "x=y", Set.of(statuses), Set.of());
    }

    static Door proved(String route, String path) {
        return new Door(route, Shut.BY_PROOF, Set.of(), path, "{}", Set.of(), Set.of());
    }

    Door posting(String typed) {
        return new Door(route, shut, inside, path, typed, statuses, words);
    }

    Door showing(Set<Who> readers) {
        return new Door(route, shut, inside, path, form, statuses, readers);
    }

    String method() {
        return route.substring(0, route.indexOf(' '));
    }

    /** The path as the router knows it. */
    String template() {
        return route.substring(route.indexOf(' ') + 1);
    }

    boolean isProtected() {
        return shut != Shut.OPEN;
    }

    @Override
    public String toString() {
        return route;
    }
}
