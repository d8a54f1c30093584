package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import news.masthead.jobs.RecurringJob;

/** Reads what was kept but not read to its end, because the process died in between. */
@ApplicationScoped
class UnreadFiles implements RecurringJob {

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
                .forEach(desk::read);
    }

    /** Nobody knows how to read the files of an agency that is configured no more; they wait until it is again. */
    private boolean isReadable(WireFile.Id file) {
        return agencies.find(file.source()).isPresent();
    }
}
