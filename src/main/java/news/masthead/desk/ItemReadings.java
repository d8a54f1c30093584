package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.masthead.web.Links;
import news.masthead.wire.Arrivals;
import news.masthead.wire.Inbox;
import news.masthead.wire.WireItem;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireTime;
import org.jsoup.Jsoup;

/** Puts what came beside what was read in it. */
@ApplicationScoped
class ItemReadings {

    @Inject
    Arrivals arrivals;

    @Inject
    Inbox inbox;

    @Inject
    FileWords words;

    @Inject
    Frames frames;

    @Inject
    DeskMessages desk;

    @Inject
    FileMessages messages;

    @Inject
    Clock clock;

    ItemReading of(WireItem item) {
        Arrivals.Name file = arrivals.nameOf(item);
        return new ItemReading(
                RawView.of(arrivals.raw(file).orElseThrow(), Links.deskItem(item.id) + "/raw"),
                item.copy().map(ItemReadings::fields).orElse(List.of()),
                item.copy().map(ItemReadings::text).orElse(List.of()),
                arrivals.filesOf(item).stream().map(this::file).toList(),
                inbox.versionsOf(item).reversed().stream()
                        .map(version -> version(version, item))
                        .toList(),
                Links.deskFile(file.source(), file.hash()) + "/replay");
    }

    private ItemReading.File file(Arrivals.File file) {
        return new ItemReading.File(
                Links.deskFile(file.id().source(), file.id().hash()),
                words.name(file),
                frames.stamp(file.receivedAt()),
                words.transport(file.transport()));
    }

    private ItemReading.Version version(WireItem version, WireItem here) {
        return new ItemReading.Version(
                Links.deskItem(version.id),
                version.version.isEmpty() ? messages.noVersion() : messages.version(version.version),
                version.headline.isBlank() ? desk.noHeadline() : version.headline,
                frames.stamp(version.receivedAt),
                Standings.of(version, clock.instant()),
                version.id.equals(here.id));
    }

    private static List<ItemReading.Field> fields(WireCopy copy) {
        return List.of(
                field("type", copy.type()),
                field("guid", copy.guid()),
                field("version", copy.version()),
                field("family", copy.family()),
                field("number", copy.number()),
                field("pubstatus", copy.status().name().toLowerCase(Locale.ROOT)),
                field("headline", copy.headline()),
                field("slugline", copy.slugline()),
                field("byline", copy.byline()),
                field("credit", copy.credit()),
                field("dateline", copy.dateline()),
                field("location", copy.location()),
                field("language", copy.language()),
                field("urgency", copy.urgency()),
                field("embargo", time(copy.embargo())),
                field("expires", time(copy.expires())),
                field("rights", copy.rights()),
                field("signals", String.join(", ", copy.signals())),
                field("take", copy.takeKey()),
                field("refers_to", copy.refersTo()),
                field("first_created", time(copy.firstCreated())),
                field("version_created", time(copy.versionCreated())),
                field(
                        "subjects",
                        copy.subjects().stream().map(ItemReadings::subject).collect(Collectors.joining("; "))),
                field("sign_off", copy.signOff()),
                field("ed_note", copy.edNote()));
    }

    private static ItemReading.Field field(String name, String value) {
        return new ItemReading.Field(name, value);
    }

    private static List<String> text(WireCopy copy) {
        return copy.blocks().stream()
                .map(block -> Jsoup.parseBodyFragment(block).text())
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The instant, beside the words it was read from where they say it otherwise. */
    private static String time(WireTime time) {
        if (time.at() == null) {
            return time.words();
        }
        String at = time.at().toString();
        return time.words().equals(at) || time.words().isEmpty() ? at : at + " (" + time.words() + ")";
    }

    private static String subject(WireCopy.Subject subject) {
        return (subject.code() + " " + subject.name()).strip();
    }
}
