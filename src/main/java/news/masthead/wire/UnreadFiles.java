package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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

    @Override
    public void run() {
        files.unreadSince(clock.instant().minus(PATIENCE)).stream()
                .filter(this::isReadable)
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

    /** Nobody knows how to read the files of an agency that is configured no more; they wait until it is again. */
    private boolean isReadable(WireFile.Id file) {
        return agencies.find(file.source()).isPresent();
    }
}
