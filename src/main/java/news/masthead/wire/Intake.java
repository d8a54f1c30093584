package news.masthead.wire;

import static news.masthead.wire.Outcome.End.ACCEPTED;
import static news.masthead.wire.Outcome.End.DUPLICATE;
import static news.masthead.wire.Outcome.End.QUARANTINED;
import static news.masthead.wire.Outcome.End.SUPERSEDED;
import static news.masthead.wire.WireItem.Standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.wire.format.Verdict;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireMessage;
import org.jboss.logging.Logger;

/** Takes one item of one file to where it ends. Each call is one transaction, and a second call for the same item of the same file does nothing. */
@ApplicationScoped
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final String KILLED_TAKE =
            "The agency killed a take of this story, by its slugline or headline and day; ask whether this one may be used.";
    private static final String ALARM = " ALARM: the agency sent this version before, with other words.";

    @Inject
    WireItems items;

    @Inject
    KillOrder killOrder;

    @Inject
    WithholdOrder withholdOrder;

    @Inject
    AutoPublish autoPublish;

    @Inject
    Agencies agencies;

    @Inject
    WireFile.Repository files;

    @Inject
    Threads threads;

    @Inject
    Clock clock;

    /**
     * An item's first arrival, which may bring it into the paper by its agency's rule; not what an editor handed over, for whom nothing vouches
     * but that editor.
     *
     * @param last whether the file is read to its end with it
     */
    @Transactional
    void arrive(WireFile file, int number, WireMessage message, boolean last) {
        Optional<WireItem> item = take(file.id, number, message);
        if (!file.transport.equals(Delivery.HANDED)) {
            item.ifPresent(this::considered);
        }
        if (last) {
            files.read(file.id, clock.instant());
        }
    }

    private void considered(WireItem item) {
        items.flush();
        autoPublish.consider(item);
    }

    /** @return the item, unless this item of this file was taken before or says nothing new */
    @Transactional
    Optional<WireItem> take(WireFile.Id file, int number, WireMessage message) {
        WireItem item = item(file, message);
        items.lock(item.source, item.guid);
        WireItems.Marks marks = items.marks(file, number, item.guid);
        if (marks.taken()) {
            return Optional.empty();
        }
        List<WireItem> versions = items.versionsOf(item.source, item.guid);
        Optional<WireItem> same = versions.stream().filter(item::saysTheSameAs).findFirst();
        if (same.isPresent() && message instanceof WireMessage.Worded) {
            again(file, number, same.get());
            return Optional.empty();
        }
        WireItem known = same.orElse(item);
        settle(file, number, known, message, new Family(versions, marks));
        return Optional.of(known);
    }

    /** Judges an item, new or read again, and notes where it ends. Under the item's lock, and with no outcome noted for it yet. */
    void settle(WireFile.Id file, int number, WireItem item, WireMessage message) {
        Family family = new Family(items.versionsOf(item.source, item.guid), items.marks(file, number, item.guid));
        settle(file, number, item, message, family);
    }

    /** Every version of an item that is stored, oldest arrival first, and what is noted beside them. */
    private record Family(List<WireItem> versions, WireItems.Marks marks) {

        /** Those that are words, with {@code item} as the last arrival if it is not stored yet. */
        List<WireItem> wordedWith(WireItem item) {
            Stream<WireItem> arriving = versions.contains(item) ? Stream.empty() : Stream.of(item);
            return Stream.concat(versions.stream(), arriving)
                    .filter(version -> version.copy().isPresent() && !version.kind.isRecall())
                    .toList();
        }
    }

    private void settle(WireFile.Id file, int number, WireItem item, WireMessage message, Family family) {
        switch (message) {
            case WireMessage.Killed kill -> {
                stored(item);
                killOrder.execute(item, kill.copy());
                end(file, number, item, ACCEPTED);
            }
            case WireMessage.Withheld withhold -> {
                stored(item);
                withholdOrder.execute(item, withhold.copy());
                end(file, number, item, ACCEPTED);
            }
            case WireMessage.Worded worded -> {
                place(item, family);
                items.persist(item);
                end(file, number, item, isLate(item) ? SUPERSEDED : ACCEPTED);
            }
        }
    }

    /** A file that nobody can read is an item too: the desk sees it, with the reason. */
    @Transactional
    void quarantine(WireFile.Id file, String name, String reason) {
        WireItem item = new WireItem(file, "file:" + file.hash(), WireItem.Kind.UNREADABLE, clock.instant());
        items.lock(item.source, item.guid);
        if (items.outcome(file, 1).isPresent()) {
            return;
        }
        item.headline = name.isEmpty() ? "Unreadable file" : name;
        item.stands(Standing.QUARANTINED, reason);
        items.persist(item);
        end(file, 1, item, QUARANTINED);
    }

    /** An item that stood for something and stands for it no longer. */
    @Transactional
    void putAside(long id, String why) {
        WireItem item = items.findById(id);
        items.lock(item.source, item.guid);
        items.getEntityManager().refresh(item);
        if (item.standing == Standing.QUARANTINED) {
            item.stands(Standing.IGNORED, why);
        }
    }

    /** The item that a message is, before anybody judged it. */
    WireItem item(WireFile.Id file, WireMessage message) {
        WireCopy copy = message.copy();
        String hash = Sha256.of(new CopyAsJson().convertToDatabaseColumn(copy).getBytes(StandardCharsets.UTF_8));
        String guid = copy.identity().isEmpty() ? DailyNumber.of(copy).orElse("unnamed:" + hash) : copy.identity();
        WireItem item = new WireItem(file, guid, kind(message), clock.instant());
        item.holds(copy, hash);
        agencies.find(file.source())
                .flatMap(agency -> agency.routing().sectionOf(copy))
                .ifPresent(item::suits);
        return item;
    }

    private static WireItem.Kind kind(WireMessage message) {
        return switch (message) {
            case WireMessage.Filed filed -> WireItem.Kind.FILED;
            case WireMessage.Updated updated -> WireItem.Kind.UPDATED;
            case WireMessage.Corrected corrected -> WireItem.Kind.CORRECTED;
            case WireMessage.Killed killed -> WireItem.Kind.KILLED;
            case WireMessage.Withheld withheld -> WireItem.Kind.WITHHELD;
            case WireMessage.Advisory advisory -> WireItem.Kind.ADVISORY;
        };
    }

    private void stored(WireItem order) {
        if (order.id == null) {
            order.stands(Standing.KILLED, "");
            items.persist(order);
        }
    }

    private void again(WireFile.Id file, int number, WireItem known) {
        items.getEntityManager()
                .persist(new Outcome(
                        file, number, known.id, DUPLICATE, "The same words of the same version came before."));
    }

    /** Where an item stands among the versions of its guid, whichever of them came first. */
    private void place(WireItem item, Family family) {
        if (family.marks().killed()) {
            item.stands(Standing.KILLED, "The agency killed this item; no version of it can come back.");
            return;
        }
        List<WireItem> versions = family.wordedWith(item);
        WireItem newest = VersionOrder.newest(versions);
        if (newest != item) {
            item.stands(Standing.SUPERSEDED, "The newer version " + newest.version + " came before it.");
        }
        versions.stream()
                .filter(version -> version != newest && isWaiting(version))
                .forEach(old -> old.stands(Standing.SUPERSEDED, "A newer version came."));
        if (newest == item || newest.standing == Standing.SUPERSEDED) {
            judge(newest, versions, family.marks().withheld());
        }
    }

    private void judge(WireItem item, List<WireItem> versions, boolean withheld) {
        boolean alarm = hasTwin(item, versions);
        versions.stream()
                .flatMap(version -> version.story().stream())
                .findFirst()
                .ifPresent(item::isUpdateOf);
        String guess = item.story().isPresent() ? "" : linked(item);
        Verdict verdict = Verdict.of(WireMessage.of(item.copy), clock.instant());
        if (verdict.needsAnEditorsLeave()) {
            item.stands(Standing.HELD, String.join(" ", verdict.reasons()) + about(item));
        } else if (guess.equals(KILLED_TAKE)) {
            item.stands(Standing.HELD, KILLED_TAKE);
        } else if (withheld && withholdOrder.covers(item)) {
            item.stands(Standing.HELD, WithholdOrder.HELD_BACK);
        } else {
            String note = withheld ? withholdOrder.note(item) : "";
            item.stands(Standing.NEW, ((guess.isEmpty() ? update(item) : guess) + (alarm ? ALARM : "") + note).strip());
        }
        if (alarm) {
            LOG.warnf("%s sent version %s of %s with different words", item.source, item.version, item.guid);
        }
    }

    /** The same version with other words: both are kept, and somebody should ask the agency. */
    private static boolean hasTwin(WireItem item, List<WireItem> versions) {
        return !item.version.isEmpty()
                && versions.stream().anyMatch(other -> other != item && other.version.equals(item.version));
    }

    /** Finds what an item belongs to that came under another guid: a notice names it, a take shares slugline or headline and day with it. */
    private String linked(WireItem item) {
        if (!item.copy.refersTo().isEmpty() && item.kind == WireItem.Kind.ADVISORY) {
            items.meantBy(item.source, item.copy.refersTo())
                    .flatMap(WireItem::story)
                    .ifPresent(item::isUpdateOf);
        }
        if (item.kind == WireItem.Kind.ADVISORY || Threads.takeOf(item).isWhole()) {
            return "";
        }
        threads.lock(item);
        List<WireItem> others = threads.linkedTo(item);
        if (others.stream().anyMatch(other -> other.standing == Standing.KILLED)) {
            return KILLED_TAKE;
        }
        Optional<Long> story = threads.storyOf(others);
        story.ifPresent(item::isUpdateOf);
        return story.map(one -> Threads.guess(item, one)).orElse("");
    }

    private static String update(WireItem item) {
        return item.story().map(story -> "An update of story " + story + ".").orElse("");
    }

    private static String about(WireItem item) {
        return item.story().map(story -> " It is about story " + story + ".").orElse("");
    }

    private static boolean isWaiting(WireItem item) {
        return item.standing == Standing.NEW || item.standing == Standing.HELD;
    }

    private static boolean isLate(WireItem item) {
        return item.standing == Standing.KILLED || item.standing == Standing.SUPERSEDED;
    }

    private void end(WireFile.Id file, int number, WireItem item, Outcome.End end) {
        items.flush();
        items.getEntityManager().persist(new Outcome(file, number, item.id, end, item.reason.strip()));
    }
}
