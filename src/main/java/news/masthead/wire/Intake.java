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
import news.masthead.story.Archive;
import news.masthead.wire.format.Verdict;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireMessage;

/** Takes one item of one file to where it ends. Each call is one transaction, and a second call for the same item of the same file does nothing. */
@ApplicationScoped
class Intake {

    @Inject
    WireItems items;

    @Inject
    KillOrder killOrder;

    @Inject
    WithholdOrder withholdOrder;

    @Inject
    Archive archive;

    @Inject
    Clock clock;

    @Transactional
    void take(WireFile.Id file, int number, WireMessage message) {
        WireItem item = item(file, message);
        items.lock(item.source, item.guid);
        if (items.outcome(file, number).isPresent()) {
            return;
        }
        Optional<WireItem> same = items.same(item);
        switch (message) {
            case WireMessage.Killed kill -> {
                WireItem order = same.orElseGet(() -> stored(item));
                killOrder.execute(order, kill.copy());
                end(file, number, order, ACCEPTED);
            }
            case WireMessage.Withheld withhold -> {
                WireItem order = same.orElseGet(() -> stored(item));
                withholdOrder.execute(order, withhold.copy());
                end(file, number, order, ACCEPTED);
            }
            case WireMessage.Advisory advisory ->
                same.ifPresentOrElse(
                        known -> again(file, number, known), () -> hold(file, number, item, advisory.reason()));
            case WireMessage.ForReaders story ->
                same.ifPresentOrElse(known -> again(file, number, known), () -> file(file, number, item));
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

    private WireItem item(WireFile.Id file, WireMessage message) {
        WireCopy copy = message.copy();
        String hash = Sha256.of(new CopyAsJson().convertToDatabaseColumn(copy).getBytes(StandardCharsets.UTF_8));
        String guid = copy.guid().isEmpty() ? "unnamed:" + hash : copy.guid();
        WireItem item = new WireItem(file, guid, kind(message), clock.instant());
        item.holds(copy, hash);
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

    private WireItem stored(WireItem order) {
        order.stands(Standing.KILLED, "");
        items.persist(order);
        return order;
    }

    private void hold(WireFile.Id file, int number, WireItem item, String reason) {
        meant(item).flatMap(WireItem::story).ifPresent(item::isUpdateOf);
        item.stands(
                Standing.HELD,
                reason
                        + item.story()
                                .map(story -> " It is about story " + story + ".")
                                .orElse(""));
        items.persist(item);
        end(file, number, item, ACCEPTED);
    }

    private void again(WireFile.Id file, int number, WireItem known) {
        items.getEntityManager()
                .persist(new Outcome(
                        file, number, known.id, DUPLICATE, "The same words of the same version came before."));
    }

    private void file(WireFile.Id file, int number, WireItem item) {
        List<WireItem> versions = items.versionsOf(item.source, item.guid).stream()
                .filter(version -> version.copy().isPresent() && !version.kind.isRecall())
                .toList();
        Optional<WireItem> newer = versions.stream()
                .filter(known -> VersionOrder.isOlder(item.copy, known.copy))
                .findFirst();
        if (items.tombstone(item.source, item.guid).isPresent()) {
            item.stands(Standing.KILLED, "The agency killed this item; no version of it can come back.");
        } else if (newer.isPresent()) {
            item.stands(Standing.SUPERSEDED, "The newer version " + newer.get().version + " came before it.");
        } else {
            versions.stream()
                    .filter(Intake::isWaiting)
                    .forEach(old -> old.stands(Standing.SUPERSEDED, "A newer version came."));
            accept(item, versions);
        }
        items.persist(item);
        boolean late = item.standing == Standing.KILLED || item.standing == Standing.SUPERSEDED;
        end(file, number, item, late ? SUPERSEDED : ACCEPTED);
    }

    private void accept(WireItem item, List<WireItem> versions) {
        WireCopy copy = item.copy;
        boolean clash =
                !item.version.isEmpty() && versions.stream().anyMatch(known -> known.version.equals(item.version));
        Optional<Long> published = archive.storyOf(item.source, item.guid)
                .map(story -> story.id)
                .or(() -> meant(item).flatMap(WireItem::story));
        published.ifPresent(item::isUpdateOf);
        Verdict verdict = Verdict.of(WireMessage.of(copy), clock.instant());
        if (verdict.isHeldBy(Verdict.Cause.AGENCY) || verdict.isHeldBy(Verdict.Cause.KIND)) {
            item.stands(Standing.HELD, String.join(" ", verdict.reasons()));
        } else if (withholdOrder.covers(item)) {
            item.stands(Standing.HELD, WithholdOrder.HELD_BACK);
        } else {
            item.stands(
                    Standing.NEW,
                    published.map(story -> "An update of story " + story + ".").orElse("")
                            + (clash ? " The agency sent version " + item.version + " before, with other words." : "")
                            + withholdOrder.note(item));
        }
    }

    /** What came before under another guid: a notice names it, a further lead of a mailed story has its headline. */
    private Optional<WireItem> meant(WireItem item) {
        String words = item.copy.takeKey().isEmpty() ? item.copy.refersTo() : item.copy.headline();
        return words.isEmpty() ? Optional.empty() : items.meantBy(item.source, words);
    }

    private static boolean isWaiting(WireItem item) {
        return item.standing == Standing.NEW || item.standing == Standing.HELD;
    }

    private void end(WireFile.Id file, int number, WireItem item, Outcome.End end) {
        items.flush();
        items.getEntityManager().persist(new Outcome(file, number, item.id, end, item.reason.strip()));
    }
}
