package news.masthead.story;

import io.quarkus.arc.All;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was taken out of the paper, and whether it is gone everywhere. */
@ApplicationScoped
public class Withdrawals {

    /** From the receipt of the order to the receipt of the last surface. */
    public static final Duration BOUND = Duration.ofSeconds(1);

    /** A node that was not seen for so long before an order had died, and held nothing any more. */
    private static final Duration SURELY_DEAD = Duration.ofMinutes(1);

    private static final Duration LATELY = Duration.ofHours(1);

    /** Every surface of every node that ran when an order came, with its receipt if there is one; and receipts of nodes that came later. */
    private static final String RECEIPTS = """
            select coalesce(r.surface, e.surface) as surface, coalesce(r.node, e.node) as node, r.dropped_at, e.last_seen
            from (select n.name as node, s.surface, n.last_seen from node n, unnest(cast(:surfaces as text[])) as s(surface), withdrawal w
                  where w.id = :withdrawal and n.started_at < w.received_at and n.last_seen > w.received_at - cast(:dead as interval)) e
            full join (select * from kill_receipt where withdrawal = :withdrawal) r on r.surface = e.surface and r.node = e.node
            order by node, surface""";

    private static final String MISSING = """
            select count(*) from withdrawal w, node n, unnest(cast(:surfaces as text[])) as s(surface)
            where w.received_at > :lately and w.received_at < :overdue
              and n.started_at < w.received_at and n.last_seen > w.received_at - cast(:dead as interval)
              and not exists (select from kill_receipt r where r.withdrawal = w.id and r.node = n.name and r.surface = s.surface)""";

    @Inject
    Withdrawal.Repository withdrawals;

    @Inject
    @All
    List<Surface> surfaces;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * One surface of one node.
     *
     * @param droppedAt none for no receipt yet
     * @param lastSeen of the node; none where it has ended in order since
     */
    public record Line(String surface, String node, Optional<Instant> droppedAt, Optional<Instant> lastSeen) {}

    /** The order that last took a story out of the paper. */
    @Transactional
    public Optional<Withdrawal> lastOf(long story) {
        return withdrawals
                .find("story = ?1 order by id desc", story)
                .page(Page.ofSize(1))
                .firstResultOptional();
    }

    /** Who has dropped it and who should have, by node. */
    @Transactional
    public List<Line> linesOf(Withdrawal withdrawal) {
        List<Tuple> rows = tuples(entities.createNativeQuery(RECEIPTS, Tuple.class)
                .setParameter("withdrawal", withdrawal.id)
                .setParameter("surfaces", surfaceNames())
                .setParameter("dead", SURELY_DEAD.toString()));
        return rows.stream()
                .map(row -> new Line(
                        row.get("surface", String.class),
                        row.get("node", String.class),
                        Optional.ofNullable(row.get("dropped_at", Instant.class)),
                        Optional.ofNullable(row.get("last_seen", Instant.class))))
                .toList();
    }

    /** Whether a receipt that has not come should have come by now. */
    public boolean isOverdue(Withdrawal withdrawal) {
        return clock.instant().isAfter(withdrawal.receivedAt.plus(BOUND));
    }

    /** How many receipts of the last hour's orders are overdue, over all nodes. */
    @Transactional
    public long missing() {
        Instant now = clock.instant();
        return ((Number) entities.createNativeQuery(MISSING)
                        .setParameter("surfaces", surfaceNames())
                        .setParameter("lately", now.minus(LATELY))
                        .setParameter("overdue", now.minus(BOUND))
                        .setParameter("dead", SURELY_DEAD.toString())
                        .getSingleResult())
                .longValue();
    }

    private String surfaceNames() {
        return surfaces.stream().map(surface -> '"' + surface.name() + '"').collect(Collectors.joining(",", "{", "}"));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> tuples(Query query) {
        return query.getResultList();
    }
}
