package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import news.masthead.values.Dates;
import news.masthead.values.Window;
import news.masthead.web.Links;
import news.masthead.wire.ReplayOrder;
import news.masthead.wire.Replays;

/** What the desk says of an order to read files again. */
@ApplicationScoped
class ReplayWords {

    private static final int PER_CENT = 100;

    @Inject
    Replays replays;

    @Inject
    InboxForms agencies;

    @Inject
    FileWords files;

    @Inject
    Frames frames;

    @Inject
    Dates dates;

    @Inject
    FileMessages messages;

    ArrivalsPage.Replayed given(ReplayOrder order) {
        return new ArrivalsPage.Replayed(Links.deskReplay(order.id), what(order), progress(order));
    }

    /** Which files. */
    String what(ReplayOrder order) {
        return order.received()
                .map(span -> messages.orderOf(
                        agencies.name(order.source), dates.day(span.start()), dates.day(lastMoment(span))))
                .orElseGet(messages::orderOfQuarantine);
    }

    ReplayProgress now(ReplayOrder order) {
        Replays.Tally tally = replays.tally(order.id);
        return new ReplayProgress(
                order.endedAt().isPresent() ? "" : Links.deskReplay(order.id) + "/progress",
                progress(order),
                order.files == 0 ? PER_CENT : Math.min(PER_CENT, order.filesRead * PER_CENT / order.files),
                order.endedAt()
                        .map(at -> messages.ended(frames.stamp(at).words()))
                        .orElseGet(messages::goesOn),
                files.changes(
                        tally.unchanged(),
                        tally.reread(),
                        tally.proposed(),
                        tally.appeared(),
                        tally.kept(),
                        tally.unreadable()));
    }

    private String progress(ReplayOrder order) {
        return messages.progress(files.number(order.filesRead), files.number(order.files));
    }

    private static Instant lastMoment(Window span) {
        return span.end().minusSeconds(1);
    }
}
