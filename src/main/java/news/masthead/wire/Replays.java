package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.jobs.Outbox;
import news.masthead.values.Window;

/** Reading many kept files again, after the parser was mended. A job does it in small steps; this says what to do and how far it is. */
@ApplicationScoped
public class Replays implements PanacheRepositoryBase<ReplayOrder, Long> {

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    ReplayJob job;

    @Inject
    Clock clock;

    /**
     * Orders that every file in quarantine is read again.
     *
     * @return the order's id
     */
    @Transactional
    public long orderTheQuarantine(String editor) {
        return order(ReplayOrder.ofTheQuarantine(editor, clock.instant()));
    }

    /**
     * Orders that every file of an agency that came in a span of time is read again.
     *
     * @return the order's id
     */
    @Transactional
    public long order(String source, Window received, String editor) {
        return order(ReplayOrder.of(source, received, editor, clock.instant()));
    }

    @Transactional
    public Optional<ReplayOrder> find(long id) {
        return findByIdOptional(id);
    }

    /** Those that go on, and the last that ended, newest first. */
    @Transactional
    public List<ReplayOrder> latest(int limit) {
        return find("order by id desc").page(0, limit).list();
    }

    /** What an order has changed so far. */
    public record Tally(long unchanged, long reread, long proposed, long appeared, long kept, long unreadable) {}

    @Transactional
    public Tally tally(long id) {
        Tuple sum = (Tuple) entities.createNativeQuery("""
                        select coalesce(sum(unchanged), 0) a, coalesce(sum(reread), 0) b, coalesce(sum(proposed), 0) c,
                            coalesce(sum(appeared), 0) d, coalesce(sum(kept), 0) e, count(*) filter (where problem <> '') f
                        from wire_reading where replay = :id""", Tuple.class)
                .setParameter("id", id)
                .getSingleResult();
        return new Tally(
                number(sum, "a"),
                number(sum, "b"),
                number(sum, "c"),
                number(sum, "d"),
                number(sum, "e"),
                number(sum, "f"));
    }

    /** A file whose turn it is. */
    record Next(WireFile.Id file, Instant receivedAt) {}

    /** The files of an order that come after those it has read, oldest arrival first. */
    @Transactional
    List<Next> next(ReplayOrder order, int limit) {
        String after = order.lastHash == null
                ? ""
                : " and (f.received_at, f.source, f.hash) > (:last_at, :last_source, :last_hash)";
        Query query = chosen(
                "select f.source, f.hash, f.received_at" + chosenBy(order) + after
                        + " order by f.received_at, f.source, f.hash limit " + limit,
                order);
        if (order.lastHash != null) {
            query.setParameter("last_at", order.lastReceivedAt)
                    .setParameter("last_source", order.lastSource)
                    .setParameter("last_hash", order.lastHash);
        }
        return rows(query).stream()
                .map(row -> new Next(
                        new WireFile.Id(row.get(0, String.class), row.get(1, String.class)), row.get(2, Instant.class)))
                .toList();
    }

    /**
     * Notes that a file was read.
     *
     * @param after the file read before it, as {@link ReplayOrder#filesRead} counts them
     * @return false if somebody else works on the order too
     */
    @Transactional
    boolean hasRead(long id, int after, Next next) {
        ReplayOrder order = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (order.filesRead != after) {
            return false;
        }
        order.hasRead(next.file(), next.receivedAt());
        return true;
    }

    @Transactional
    void ends(long id) {
        findById(id, LockModeType.PESSIMISTIC_WRITE).ends(clock.instant());
    }

    private long order(ReplayOrder order) {
        Tuple count = (Tuple) chosen("select count(*)" + chosenBy(order), order).getSingleResult();
        order.files = ((Number) count.get(0)).intValue();
        persistAndFlush(order);
        outbox.soon(job, Long.toString(order.id));
        return order.id;
    }

    private static String chosenBy(ReplayOrder order) {
        return " from wire_file f where f.received_at <= :ordered_at"
                + (order.received().isEmpty() ? "" : " and f.received_at >= :from and f.received_at < :until")
                + (order.source.isEmpty() ? "" : " and f.source = :source")
                + (order.quarantinedOnly
                        ? " and exists (select 1 from wire_item i where i.source = f.source and i.file_hash = f.hash"
                                + " and i.standing = 'QUARANTINED')"
                        : "");
    }

    private Query chosen(String sql, ReplayOrder order) {
        Query query = entities.createNativeQuery(sql, Tuple.class).setParameter("ordered_at", order.orderedAt);
        order.received()
                .ifPresent(span -> query.setParameter("from", span.start()).setParameter("until", span.end()));
        if (!order.source.isEmpty()) {
            query.setParameter("source", order.source);
        }
        return query;
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }

    private static long number(Tuple row, String name) {
        return ((Number) row.get(name)).longValue();
    }
}
