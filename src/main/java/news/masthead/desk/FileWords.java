package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.wire.Arrivals;
import news.masthead.wire.Outcome;
import news.masthead.wire.Reading;

/** What the desk says of a file that came. */
@ApplicationScoped
class FileWords {

    private static final int KILO = 1_000;

    @Inject
    Publication publication;

    @Inject
    Frames frames;

    @Inject
    FileMessages messages;

    @Inject
    DeskMessages desk;

    ArrivalsPage.Row row(Arrivals.Arrival arrival) {
        Arrivals.File file = arrival.file();
        return new ArrivalsPage.Row(
                Links.deskFile(file.id().source(), file.id().hash()),
                file.id().source().toUpperCase(Locale.ROOT),
                frames.shortly(file.receivedAt()),
                name(file),
                transport(file.transport()),
                size(file.size()),
                times(file),
                file.readAt().isEmpty(),
                arrival.items().stream().map(this::ended).toList(),
                arrival.count() - arrival.items().size());
    }

    ArrivalsPage.Ended ended(Arrivals.Ended ended) {
        return new ArrivalsPage.Ended(
                Links.deskItem(ended.item()),
                ended.headline().isBlank() ? desk.noHeadline() : ended.headline(),
                ending(ended.end()),
                ended.reason());
    }

    String name(Arrivals.File file) {
        return file.name().isBlank() ? messages.nameless() : file.name();
    }

    /** A transport that has no words here is called by its own name. */
    String transport(String transport) {
        return switch (transport) {
            case "push" -> messages.push();
            case "drop" -> messages.drop();
            case "mail" -> messages.mail();
            case "feed" -> messages.feed();
            default -> transport;
        };
    }

    String times(Arrivals.File file) {
        return file.lastReceivedAt()
                .map(last ->
                        messages.times(file.arrivals(), frames.shortly(last).words()))
                .orElse("");
    }

    /** {@code 4,210 B}, {@code 21 kB}, {@code 1.4 MB}. */
    String size(long bytes) {
        if (bytes < 10 * KILO) {
            return number(bytes) + " B";
        }
        return bytes < KILO * KILO ? number(bytes / KILO) + " kB" : "%.1f MB".formatted(bytes / (double) (KILO * KILO));
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag(publication.language()))
                .format(number);
    }

    /** What a reading did, each change in a few words. */
    List<String> changes(Reading reading) {
        return changes(reading.unchanged, reading.reread, reading.proposed, reading.appeared, reading.kept, 0);
    }

    List<String> changes(long unchanged, long reread, long proposed, long appeared, long kept, long unreadable) {
        return Stream.of(
                        reread == 0 ? "" : messages.reread(reread),
                        proposed == 0 ? "" : messages.proposed(proposed),
                        appeared == 0 ? "" : messages.appeared(appeared),
                        kept == 0 ? "" : messages.kept(kept),
                        unchanged == 0 ? "" : messages.unchanged(unchanged),
                        unreadable == 0 ? "" : messages.unreadable(unreadable))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static ArrivalsPage.Ending ending(Outcome.End end) {
        return switch (end) {
            case ACCEPTED -> ArrivalsPage.Ending.ACCEPTED;
            case DUPLICATE -> ArrivalsPage.Ending.DUPLICATE;
            case SUPERSEDED -> ArrivalsPage.Ending.SUPERSEDED;
            case QUARANTINED -> ArrivalsPage.Ending.QUARANTINED;
        };
    }
}
