package news.masthead.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import news.masthead.values.Dates;
import news.masthead.values.Publication;

/** Puts the publication's nameplate, sections and doors around a page. */
@Singleton
public class Layout {

    /** Pages that do not know whether their reader has a plan, and offer none. */
    private static final Set<String> SELLS_NOTHING = Set.of(Links.ACCOUNT_DATA, Links.ACCOUNT_DEVICES, Links.LOGOUT);

    private final Publication publication;
    private final Site site;
    private final Dates dates;
    private final Clock clock;
    private final List<NavLink> sections;

    Layout(Publication publication, Site site, Dates dates, Clock clock) {
        this.publication = publication;
        this.site = site;
        this.dates = dates;
        this.clock = clock;
        this.sections = publication.sections().stream()
                .map(section -> new NavLink(section.slug(), section.name(), Links.section(section.slug())))
                .toList();
    }

    public Chrome around(Heading heading, Viewer viewer) {
        boolean staff = viewer == Viewer.STAFF;
        return new Chrome(
                heading.title(),
                heading.description(),
                heading.indexed() ? Links.absolute(site, heading.path()).toString() : "",
                publication.name(),
                publication.tagline(),
                publication.language(),
                dates.longDay(clock.instant()),
                heading.section(),
                sections,
                doors(heading.path()),
                viewer != Viewer.ANONYMOUS,
                staff
                        || viewer == Viewer.SUBSCRIBER
                        || viewer == Viewer.OWING
                        || SELLS_NOTHING.contains(heading.path()),
                staff,
                viewer == Viewer.OWING && !heading.path().startsWith(Links.ACCOUNT_PLAN));
    }

    private static Chrome.Doors doors(String path) {
        return new Chrome.Doors(
                Links.FRONT,
                Links.subscribe(path),
                Links.login(path),
                Links.LOGOUT,
                Links.ACCOUNT,
                Links.DESK,
                Links.ACCOUNT_PLAN_PAYMENT);
    }
}
