package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.wire.Reading.Change;
import news.masthead.wire.WireItem.Standing;
import news.masthead.wire.format.UnreadableWire;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireMessage;

/**
 * Reads a kept file again and takes what is new in it to where it ends. One transaction an item, under the locks that {@link Intake} takes, so
 * that any number of callers may do it at the same time.
 */
@ApplicationScoped
class Replay {

    @Inject
    WireDesk desk;

    @Inject
    WireFile.Repository files;

    @Inject
    Reading.Repository readings;

    @Inject
    WireItems items;

    @Inject
    Intake intake;

    @Inject
    Agencies agencies;

    @Inject
    Build build;

    @Inject
    Clock clock;

    @Inject
    Replay self;

    /**
     * @param replay the order for many files that this is part of; null for a file by itself
     */
    Reading again(WireFile.Id id, String who, Long replay) {
        WireFile file = files.file(id).orElseThrow(() -> new IllegalArgumentException("This file never came."));
        Reading reading = new Reading(id, clock.instant(), who, build.name(), replay);
        if (agencies.find(id.source()).isEmpty()) {
            reading.failed("No agency \"" + id.source() + "\" is configured, so nobody knows how to read its files.");
        } else {
            read(file, reading);
        }
        return readings.keep(reading);
    }

    /** Notes that a file of an order could not be read again, through no fault of the file. */
    void failed(WireFile.Id file, ReplayOrder order, String sentence) {
        Reading reading = new Reading(file, clock.instant(), order.orderedBy, build.name(), order.id);
        reading.failed(sentence);
        readings.keep(reading);
    }

    private void read(WireFile file, Reading reading) {
        try {
            List<WireCopy> copies = desk.copies(file);
            for (int i = 0; i < copies.size(); i++) {
                reading.counts(self.take(file.id, i + 1, WireMessage.of(copies.get(i))));
            }
            files.read(file.id, clock.instant());
        } catch (UnreadableWire unreadable) {
            intake.quarantine(file.id, file.name, unreadable.getMessage());
            self.isStillUnreadable(file.id, unreadable.getMessage());
            files.read(file.id, clock.instant());
            reading.failed(unreadable.getMessage());
        }
    }

    /** The desk sees the reason of today. */
    @Transactional
    void isStillUnreadable(WireFile.Id file, String reason) {
        items.lock(file.source(), unreadable(file));
        items.outcome(file, 1)
                .map(outcome -> items.findById(outcome.item))
                .filter(item -> item.kind == WireItem.Kind.UNREADABLE && item.standing == Standing.QUARANTINED)
                .ifPresent(item -> item.stands(Standing.QUARANTINED, reason));
    }

    /** The file's lock comes first, then those of the items in the order of their names: two callers never wait for each other. */
    @Transactional
    Change take(WireFile.Id file, int number, WireMessage message) {
        items.lock(file.source(), unreadable(file));
        Optional<Outcome> outcome = items.outcome(file, number);
        if (outcome.isEmpty()) {
            intake.take(file, number, message);
            return Change.APPEARED;
        }
        WireItem now = intake.item(file, message);
        WireItem was = items.findById(outcome.get().item);
        String guid = was.guid;
        Stream.of(guid, now.guid).sorted().distinct().forEach(name -> items.lock(file.source(), name));
        items.getEntityManager().refresh(was);
        Case one = new Case(file, number, outcome.get(), was, now, message);
        if (one.saysTheSame()) {
            return Change.UNCHANGED;
        }
        Change change = change(one);
        revive(file.source(), guid);
        return change;
    }

    /** One item, as it was read before and as it is read now. */
    private record Case(
            WireFile.Id file, int number, Outcome outcome, WireItem was, WireItem now, WireMessage message) {

        boolean isRecall() {
            return now.kind.isRecall();
        }

        boolean sameWords() {
            return was.copy().filter(now.copy::equals).isPresent();
        }

        /** The same words may be understood otherwise, as a kill or as a message to editors; what is decided is not decided again. */
        boolean saysTheSame() {
            boolean undecided = Inbox.waits(was) || isRecall();
            return sameWords() && (was.kind == now.kind || !undecided);
        }

        /** A second delivery of an item: what becomes of the item, the file that brought it first says. */
        boolean isSecondDelivery() {
            return outcome.outcome == Outcome.End.DUPLICATE;
        }
    }

    private Change change(Case one) {
        if (one.isRecall()) {
            return one.was.kind.isRecall() || one.sameWords() ? order(one) : replaced(one);
        }
        if (one.was.kind.isRecall() || one.was.standing == Standing.KILLED) {
            return Change.KEPT;
        }
        if (one.was.standing == Standing.PUBLISHED) {
            return propose(one);
        }
        if (one.was.copy().isEmpty()) {
            return appears(one);
        }
        return one.isSecondDelivery() || hasTwin(one) ? replaced(one) : reread(one);
    }

    /** A kill or a withhold is carried out however late we understand what it is aimed at; what was lifted since stays lifted. */
    private Change order(Case one) {
        if (one.was.kind == WireItem.Kind.WITHHELD && one.was.standing == Standing.SUPERSEDED) {
            return Change.KEPT;
        }
        if (!hasTwin(one)) {
            one.was.isReadAs(one.now);
        }
        forget(one.outcome);
        intake.settle(one.file, one.number, one.was, one.message);
        return Change.REREAD;
    }

    /** What stands in the paper is never overwritten: an editor decides about the new reading as about an update. */
    private Change propose(Case one) {
        WireItem proposal = takenAnew(one);
        if (Inbox.waits(proposal)) {
            long story = one.was.story().orElseThrow();
            proposal.isUpdateOf(story);
            proposal.stands(proposal.standing, "A new reading of what is in the paper as story " + story + ".");
        }
        return Change.PROPOSED;
    }

    /** An unreadable file ends as its items; what stood for it says so. */
    private Change appears(Case one) {
        WireItem item = takenAnew(one);
        one.was.stands(Standing.IGNORED, "Read again: it is item " + item.id + ", \"" + item.headline + "\".");
        return Change.APPEARED;
    }

    /** The reading is that of another item: a kill, or one that came in another file too. */
    private Change replaced(Case one) {
        boolean waited = Inbox.waits(one.was) && !one.isSecondDelivery();
        WireItem item = takenAnew(one);
        if (waited && item != one.was && one.was.standing != Standing.KILLED) {
            one.was.stands(Standing.IGNORED, "Read again: it is item " + item.id + ".");
        }
        return Change.REREAD;
    }

    /** What an editor put aside is read better where it is; everything else is judged anew among its versions. */
    private Change reread(Case one) {
        one.was.isReadAs(one.now);
        if (one.was.standing != Standing.IGNORED) {
            forget(one.outcome);
            intake.settle(one.file, one.number, one.was, one.message);
        }
        return Change.REREAD;
    }

    private boolean hasTwin(Case one) {
        return items.same(one.now).filter(same -> same != one.was).isPresent();
    }

    private WireItem takenAnew(Case one) {
        forget(one.outcome);
        intake.take(one.file, one.number, one.message);
        items.flush();
        return items.findById(items.outcome(one.file, one.number).orElseThrow().item);
    }

    private void forget(Outcome outcome) {
        items.getEntityManager().remove(outcome);
        items.flush();
    }

    /** What superseded the others may be another item's by now: the newest of those that are left must not stay superseded by nothing. */
    private void revive(String source, String guid) {
        List<WireItem> versions = items.versionsOf(source, guid).stream()
                .filter(version -> version.copy().isPresent() && !version.kind.isRecall())
                .toList();
        if (!versions.isEmpty() && VersionOrder.newest(versions).standing == Standing.SUPERSEDED) {
            settleAnew(VersionOrder.newest(versions));
        }
    }

    private void settleAnew(WireItem item) {
        WireFile.Id file = new WireFile.Id(item.source, item.fileHash);
        items.outcomesOf(file).stream()
                .filter(outcome -> outcome.item == item.id && outcome.outcome != Outcome.End.DUPLICATE)
                .findFirst()
                .ifPresent(outcome -> {
                    int number = outcome.id.number();
                    forget(outcome);
                    intake.settle(file, number, item, WireMessage.of(item.copy));
                });
    }

    private static String unreadable(WireFile.Id file) {
        return "file:" + file.hash();
    }
}
