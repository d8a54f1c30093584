package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;

/** A parser before its mending is played by what it would have left in the database: another copy, or a file in quarantine. */
@ApplicationScoped
class OlderParser {

    @Inject
    GivenWire wire;

    @Inject
    WireItems items;

    @Inject
    WireFile.Repository files;

    @Inject
    Intake intake;

    @Inject
    Clock clock;

    /** As it is in the database by now, and not as the test saw it last. */
    WireItem now(WireItem item) {
        items.getEntityManager().clear();
        return items.findById(item.id);
    }

    WireItem quarantined(GivenItem item) {
        WireFile kept = files.keep(item.source(), delivery(item), clock.instant());
        intake.quarantine(kept.id, "odd.xml", "No parser of that day could read it.");
        files.read(kept.id, clock.instant());
        return items.versionsOf(item.source(), "file:" + kept.id.hash()).getFirst();
    }

    void came(GivenItem item, Instant at) {
        files.keep(item.source(), delivery(item), at);
        wire.arrives(item);
    }

    /** As an older parser would have left it. */
    @Transactional
    void wasReadAs(long id, String headline, int version) {
        items.getEntityManager()
                .createNativeQuery("""
                        update wire_item set headline = :headline, content_hash = md5(cast(id as text)) || md5(:headline),
                            version = :version,
                            copy = regexp_replace(regexp_replace(copy, '"headline":"[^"]*"', '"headline":"' || :headline || '"'),
                                '"version":"[^"]*"', '"version":"' || :version || '"')
                        where id = :id""")
                .setParameter("headline", headline)
                .setParameter("version", version == 0 ? "" : Integer.toString(version))
                .setParameter("id", id)
                .executeUpdate();
    }

    @Transactional
    void wasReadOnceAs(WireItem unread, long like) {
        items.getEntityManager()
                .createNativeQuery("""
                        update wire_item set kind = 'FILED', standing = 'NEW',
                            copy = (select copy from wire_item where id = :like) where id = :id""")
                .setParameter("like", like)
                .setParameter("id", unread.id)
                .executeUpdate();
    }

    @Transactional
    void stands(long id, WireItem.Standing where) {
        items.findById(id).stands(where, "");
    }

    List<Outcome.End> ends(GivenItem item) {
        items.getEntityManager().clear();
        return items.outcomesOf(file(item)).stream()
                .map(outcome -> outcome.outcome)
                .toList();
    }

    List<String> versions(GivenItem item) {
        items.getEntityManager().clear();
        return items.versionsOf(item.source(), item.guid()).stream()
                .map(version -> version.version + " " + version.standing + " "
                        + version.headline.split(" ")[0])
                .toList();
    }

    static WireFile.Id file(GivenItem item) {
        return new WireFile.Id(item.source(), Sha256.of(delivery(item).bytes()));
    }

    private static Delivery delivery(GivenItem item) {
        return new Delivery(item.file().getBytes(StandardCharsets.UTF_8), "", "push", "");
    }
}
