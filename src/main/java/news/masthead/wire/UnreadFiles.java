package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import news.masthead.jobs.RecurringJob;
import org.jboss.logging.Logger;

/** Reads what was kept but not read to its end, because the process died in between. */
@ApplicationScoped
class UnreadFiles implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(UnreadFiles.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    WireFile.Repository files;

    @Inject
    Agencies agencies;

    @Inject
    WireDesk desk;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "wire-unread-files";
    }

    @Override
    public Duration pause() {
        return PATIENCE;
    }

    /** Nobody knows how to read the files of an agency that is configured no more; they wait until it is again. */
    @Override
    public void run() {
        Set<String> known = agencies.all().keySet();
        files.unreadSince(clock.instant().minus(PATIENCE), known).stream()
                .flatMap(id -> files.file(id).stream())
                .forEach(this::read);
    }

    /** One file that cannot be taken to its end stops no other. */
    private void read(WireFile file) {
        try {
            desk.read(file);
        } catch (RuntimeException failure) {
            LOG.errorf(
                    failure,
                    "A file of %s is kept and could not be read to its end; it is tried again",
                    file.id.source());
        }
    }
}
