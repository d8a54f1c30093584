package news.masthead.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import news.masthead.story.Archive;
import news.masthead.values.Window;

/**
 * When the words of some story lapse, every kept page that may show them has to go at that instant. Asked once an edition and once a lapse, so
 * that a request costs a comparison.
 */
@ApplicationScoped
class Lapses {

    @Inject
    Archive archive;

    private volatile Known known = new Known(-1, new Window(Instant.EPOCH, Instant.EPOCH.plusNanos(1)));

    private record Known(long edition, Window span) {

        boolean holds(long asked, Instant now) {
            return edition == asked && span.contains(now);
        }
    }

    /** The last lapse up to now: what was rendered before it may not be shown any more. */
    Instant last(long edition, Instant now) {
        Known last = known;
        if (!last.holds(edition, now)) {
            last = new Known(edition, archive.betweenLapses(now));
            known = last;
        }
        return last.span().start();
    }
}
