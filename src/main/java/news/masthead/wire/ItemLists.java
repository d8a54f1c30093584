package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The inbox's lists. In SQL, because full text and counts that stop counting are PostgreSQL's own. Within a transaction. */
@ApplicationScoped
class ItemLists {

    private static final String NEWEST_FIRST = " order by i.received_at desc, i.id desc limit ";
    private static final String OLDEST_FIRST = " order by i.received_at, i.id limit ";
    private static final String PLACE = "(i.received_at, i.id)";
    private static final String PLACE_OF = "(select received_at, id from wire_item where id = :place)";

    @Inject
    EntityManager entities;

    List<WireItem> newest(Search search, Instant now, int limit) {
        return items(search, now, "", NEWEST_FIRST + limit, 0);
    }

    List<WireItem> olderThan(long item, Search search, Instant now, int limit) {
        return items(search, now, " and " + PLACE + " < " + PLACE_OF, NEWEST_FIRST + limit, item);
    }

    /** Newest first too: the ones just before {@code item}. */
    List<WireItem> newerThan(long item, Search search, Instant now, int limit) {
        return items(search, now, " and " + PLACE + " > " + PLACE_OF, OLDEST_FIRST + limit, item)
                .reversed();
    }

    List<Long> newestIds(Search search, Instant now, int limit) {
        Query query = entities.createNativeQuery("select i.id" + from(search) + NEWEST_FIRST + limit, Long.class);
        return list(bound(query, search, now), Long.class);
    }

    /** How many items of a search stand where; what is more than {@code most} is counted as one more than that. */
    Map<Inbox.Filter, Long> counts(Search search, Instant now, int most) {
        String each = Arrays.stream(Inbox.Filter.values())
                .map(filter ->
                        "(select count(*) from (select 1" + from(search.of(filter)) + " limit " + (most + 1) + ") c)")
                .collect(Collectors.joining(", "));
        Object[] row = (Object[])
                bound(entities.createNativeQuery("select " + each), search, now).getSingleResult();
        Map<Inbox.Filter, Long> counts = new EnumMap<>(Inbox.Filter.class);
        for (Inbox.Filter filter : Inbox.Filter.values()) {
            counts.put(filter, ((Number) row[filter.ordinal()]).longValue());
        }
        return counts;
    }

    private List<WireItem> items(Search search, Instant now, String place, String order, long item) {
        Query query = entities.createNativeQuery("select i.*" + from(search) + place + order, WireItem.class);
        if (!place.isEmpty()) {
            query.setParameter("place", item);
        }
        return list(bound(query, search, now), WireItem.class);
    }

    private static String from(Search search) {
        return " from wire_item i where " + search.filter().where()
                + (search.source().isEmpty() ? "" : " and i.source = :source")
                + (search.section().isEmpty() ? "" : " and i.section = :section")
                + (search.urgency() == 0 ? "" : " and i.urgency = :urgency")
                + (search.query().isEmpty() ? "" : " and i.words @@ to_tsquery('simple', :words)");
    }

    private static Query bound(Query query, Search search, Instant now) {
        set(query, "now", now);
        set(query, "source", search.source());
        set(query, "section", search.section());
        set(query, "urgency", search.urgency());
        search.query().ifPresent(words -> set(query, "words", words));
        return query;
    }

    private static void set(Query query, String name, Object value) {
        if (query.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()))) {
            query.setParameter(name, value);
        }
    }

    private static <T> List<T> list(Query query, Class<T> type) {
        return ((List<?>) query.getResultList()).stream().map(type::cast).toList();
    }
}
