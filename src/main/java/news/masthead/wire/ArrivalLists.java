package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.masthead.wire.Arrivals.Arrival;
import news.masthead.wire.Arrivals.Choice;
import news.masthead.wire.Arrivals.Ended;
import news.masthead.wire.Arrivals.Ending;
import news.masthead.wire.Arrivals.File;
import news.masthead.wire.Arrivals.Name;

/** The lists of {@link Arrivals}, in SQL: a file's bytes stay where they are. Within a transaction. */
@ApplicationScoped
class ArrivalLists {

    private static final int ITEMS_IN_A_LIST = 5;
    private static final String FACTS = """
            select f.source, f.hash, f.transport, f.name, f.received_at, f.last_received_at, f.arrivals,
                octet_length(f.bytes) as size, f.charset, f.read_at, f.read_by from wire_file f""";
    private static final String NEWEST_FIRST = " order by f.received_at desc, f.source desc, f.hash desc limit ";
    private static final String OLDEST_FIRST = " order by f.received_at, f.source, f.hash limit ";
    private static final String PLACE = "(f.received_at, f.source, f.hash)";
    private static final String PLACE_OF =
            "(select received_at, source, hash from wire_file where source = :in_source and hash = :in_hash)";

    @Inject
    EntityManager entities;

    List<Arrival> newest(Choice choice, int limit) {
        return arrivals(query(FACTS + where(choice) + NEWEST_FIRST + limit, choice));
    }

    List<Arrival> olderThan(Name file, Choice choice, int limit) {
        return arrivals(at(
                file,
                query(FACTS + where(choice) + " and " + PLACE + " < " + PLACE_OF + NEWEST_FIRST + limit, choice)));
    }

    List<Arrival> newerThan(Name file, Choice choice, int limit) {
        return arrivals(at(
                        file,
                        query(
                                FACTS + where(choice) + " and " + PLACE + " > " + PLACE_OF + OLDEST_FIRST + limit,
                                choice)))
                .reversed();
    }

    Optional<File> one(Name file) {
        Query query =
                entities.createNativeQuery(FACTS + " where f.source = :in_source and f.hash = :in_hash", Tuple.class);
        return rows(at(file, query)).stream().map(ArrivalLists::file).findFirst();
    }

    List<File> filesOf(long item) {
        String those =
                " where (f.source, f.hash) in (select o.source, o.file_hash from wire_outcome o where o.item = :item)"
                        + " order by f.received_at";
        return rows(entities.createNativeQuery(FACTS + those, Tuple.class).setParameter("item", item)).stream()
                .map(ArrivalLists::file)
                .toList();
    }

    Map<Ending, Long> counts(Choice choice, int most) {
        String each = Arrays.stream(Ending.values())
                .map(ending -> "(select count(*) from (select 1 from wire_file f" + where(choice.of(ending)) + " limit "
                        + (most + 1) + ") c)")
                .collect(Collectors.joining(", "));
        Tuple row = (Tuple) query("select " + each, choice).getSingleResult();
        Map<Ending, Long> counts = new EnumMap<>(Ending.class);
        for (Ending ending : Ending.values()) {
            counts.put(ending, ((Number) row.get(ending.ordinal())).longValue());
        }
        return counts;
    }

    private List<Arrival> arrivals(Query files) {
        return rows(files).stream().map(ArrivalLists::file).map(this::withItems).toList();
    }

    private Arrival withItems(File file) {
        Query ends = entities.createNativeQuery("""
                        select o.number, o.item, i.headline, o.outcome, o.reason, count(*) over () as n
                        from wire_outcome o join wire_item i on i.id = o.item
                        where o.source = :in_source and o.file_hash = :in_hash order by o.number limit""" + " " + ITEMS_IN_A_LIST, Tuple.class);
        List<Tuple> rows = rows(at(file.id(), ends));
        long count = rows.isEmpty() ? 0 : ((Number) rows.getFirst().get("n")).longValue();
        return new Arrival(file, rows.stream().map(ArrivalLists::ended).toList(), count);
    }

    private static String where(Choice choice) {
        return " where " + choice.ending().where()
                + (choice.source().isEmpty() ? "" : " and f.source = :source")
                + (choice.received().isEmpty()
                        ? ""
                        : " and ((f.received_at >= :from and f.received_at < :until)"
                                + " or (f.last_received_at >= :from and f.last_received_at < :until))");
    }

    private Query query(String sql, Choice choice) {
        Query query = entities.createNativeQuery(sql, Tuple.class);
        if (!choice.source().isEmpty()) {
            query.setParameter("source", choice.source());
        }
        choice.received()
                .ifPresent(span -> query.setParameter("from", span.start()).setParameter("until", span.end()));
        return query;
    }

    private static Query at(Name file, Query query) {
        return query.setParameter("in_source", file.source()).setParameter("in_hash", file.hash());
    }

    private static File file(Tuple row) {
        return new File(
                new Name(row.get("source", String.class), row.get("hash", String.class)),
                row.get("transport", String.class),
                row.get("name", String.class),
                row.get("received_at", Instant.class),
                Optional.ofNullable(row.get("last_received_at", Instant.class)),
                row.get("arrivals", Integer.class),
                row.get("size", Integer.class),
                row.get("charset", String.class),
                Optional.ofNullable(row.get("read_at", Instant.class)),
                row.get("read_by", String.class));
    }

    private static Ended ended(Tuple row) {
        return new Ended(
                row.get("number", Integer.class),
                row.get("item", Long.class),
                row.get("headline", String.class),
                Outcome.End.valueOf(row.get("outcome", String.class)),
                row.get("reason", String.class));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
