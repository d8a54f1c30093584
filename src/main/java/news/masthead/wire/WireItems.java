package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The stored items and what became of them. */
@ApplicationScoped
class WireItems implements PanacheRepositoryBase<WireItem, Long> {

    /** Makes everything else that touches this item of this agency wait until the transaction ends, whether a row of it exists or not. */
    void lock(String source, String guid) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                .setParameter("key", "wire/" + source + "/" + guid)
                .getSingleResult();
    }

    /**
     * What is noted beside an item.
     *
     * @param taken whether this item of this file was taken before
     * @param killed whether its agency killed it
     * @param withheld whether its agency withholds it, or an older version of it
     */
    record Marks(boolean taken, boolean killed, boolean withheld) {}

    /** In one question, because every item that arrives asks it. */
    Marks marks(WireFile.Id file, int number, String guid) {
        Tuple marks = (Tuple) getEntityManager()
                .createNativeQuery("""
                        select exists (select from wire_outcome
                                       where source = :source and file_hash = :hash and number = :number) as taken,
                               exists (select from wire_tombstone where source = :source and guid in (:guids)) as killed,
                               exists (select from wire_withhold where source = :source and guid in (:guids)) as withheld""", Tuple.class)
                .setParameter("source", file.source())
                .setParameter("hash", file.hash())
                .setParameter("number", number)
                .setParameter("guids", namesOf(guid))
                .getSingleResult();
        return new Marks(
                marks.get("taken", Boolean.class),
                marks.get("killed", Boolean.class),
                marks.get("withheld", Boolean.class));
    }

    Optional<WireItem> same(WireItem item) {
        return find(
                        "source = ?1 and guid = ?2 and version = ?3 and contentHash = ?4",
                        item.source,
                        item.guid,
                        item.version,
                        item.contentHash)
                .firstResultOptional();
    }

    /** Every version of an item, oldest arrival first. */
    List<WireItem> versionsOf(String source, String guid) {
        return list("source = ?1 and guid = ?2 order by id", source, guid);
    }

    /** The last item whose guid, or the part of it before the @, or headline a notice names. */
    Optional<WireItem> meantBy(String source, String words) {
        return find(
                        "source = ?1 and kind not in ?2 and (guid = ?3 or substring(guid, 1, length(?3) + 1) = ?3 || '@' or headline = ?3)"
                                + " order by id desc",
                        source,
                        List.of(WireItem.Kind.KILLED, WireItem.Kind.WITHHELD),
                        words)
                .firstResultOptional();
    }

    /** The last item that a story of the paper was made of. */
    Optional<WireItem> lastPublishedAs(long story) {
        return find("story = ?1 and standing = ?2 order by id desc", story, WireItem.Standing.PUBLISHED)
                .firstResultOptional();
    }

    /** An item that is addressed by mail has its number before the @. */
    Optional<Tombstone> tombstone(String source, String guid) {
        return getEntityManager()
                .createQuery("from Tombstone where id.source = :source and id.guid in :guids", Tombstone.class)
                .setParameter("source", source)
                .setParameter("guids", namesOf(guid))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    void bury(WireItem order, String guid) {
        getEntityManager()
                .createNativeQuery("""
                        insert into wire_tombstone (source, guid, item, killed_at) values (:source, :guid, :item, :at)
                        on conflict (source, guid) do nothing""")
                .setParameter("source", order.source)
                .setParameter("guid", guid)
                .setParameter("item", order.id)
                .setParameter("at", order.receivedAt)
                .executeUpdate();
    }

    Optional<Withhold> withhold(String source, String guid) {
        return getEntityManager()
                .createQuery("from Withhold where id.source = :source and id.guid in :guids", Withhold.class)
                .setParameter("source", source)
                .setParameter("guids", namesOf(guid))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** What is withheld of a story, by the marks of the orders that took it out of the paper. */
    List<Tombstone.Id> withholdsOf(long story) {
        return getEntityManager()
                .createQuery(
                        "select w.id from Withhold w, WireItem i where i.id = w.item and i.story = :story",
                        Tombstone.Id.class)
                .setParameter("story", story)
                .getResultList();
    }

    /** The newest order counts. */
    void withholdFor(WireItem order, String guid) {
        getEntityManager()
                .createNativeQuery("""
                        insert into wire_withhold (source, guid, item, withheld_at) values (:source, :guid, :item, :at)
                        on conflict (source, guid) do update set item = excluded.item, withheld_at = excluded.withheld_at""")
                .setParameter("source", order.source)
                .setParameter("guid", guid)
                .setParameter("item", order.id)
                .setParameter("at", order.receivedAt)
                .executeUpdate();
    }

    void forgetWithhold(String source, String guid) {
        getEntityManager()
                .createQuery("delete from Withhold where id.source = :source and id.guid in :guids")
                .setParameter("source", source)
                .setParameter("guids", namesOf(guid))
                .executeUpdate();
    }

    Optional<Outcome> outcome(WireFile.Id file, int number) {
        return Optional.ofNullable(
                getEntityManager().find(Outcome.class, new Outcome.Id(file.source(), file.hash(), number)));
    }

    List<Outcome> outcomesOf(WireFile.Id file) {
        return getEntityManager()
                .createQuery(
                        "from Outcome where id.source = :source and id.fileHash = :hash order by id.number",
                        Outcome.class)
                .setParameter("source", file.source())
                .setParameter("hash", file.hash())
                .getResultList();
    }

    /** What became of a file's items, in its order. */
    List<Receipt.Line> receipt(WireFile.Id file) {
        return getEntityManager()
                .createQuery("""
                        select i.id, i.kind, i.guid, i.version, i.headline, o.outcome, o.reason
                        from Outcome o join WireItem i on i.id = o.item
                        where o.id.source = :source and o.id.fileHash = :hash order by o.id.number""", Tuple.class)
                .setParameter("source", file.source())
                .setParameter("hash", file.hash())
                .getResultStream()
                .map(WireItems::line)
                .toList();
    }

    private static Receipt.Line line(Tuple row) {
        boolean unreadable = row.get(1) == WireItem.Kind.UNREADABLE;
        return new Receipt.Line(
                row.get(0, Long.class),
                unreadable ? "" : row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, Outcome.End.class).name().toLowerCase(Locale.ROOT),
                row.get(6, String.class));
    }

    /** An item that is addressed by mail has its number before the @. */
    private static List<String> namesOf(String guid) {
        return List.of(guid, guid.split("@", 2)[0]);
    }
}
