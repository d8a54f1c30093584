package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Money;

/** What is on record of a reader's money, for those who look after readers. */
@ApplicationScoped
public class CareBook {

    private static final int MOST = 200;

    /** What events are of that concern the publisher and no reader. */
    private static final List<String> NOBODYS = List.of(
            "account", "balance", "coupon", "payout", "plan", "price", "product", "promotion_code", "test_helpers");

    private static final String PARKED_ALSO = """
            select e.id, e.type, e.created_at, e.received_at, e.state, coalesce(e.note, ''), e.fetched from stripe_event e
            where e.object in (
                select object from stripe_object where account = :account
                union select customer from stripe_customer where account = :account
                union select session from checkout where account = :account)
            or (e.type like 'radar.%' and exists (select 1 from stripe_object o where o.account = :account
                and o.kind = 'payment_intent' and position(convert_to(o.object, 'UTF8') in e.raw) > 0))
            order by e.received_at desc""";

    /**
     * While a warning can be acted on: https://docs.stripe.com/api/radar/early_fraud_warnings/object, {@code actionable}. Of the event only the
     * payment's id is read; the rest is the ledger's.
     */
    private static final String WARNED = """
            select distinct o.account, o.subscription, 'FRAUD_WARNING' from stripe_event e cross join lateral (
                select account, subscription, content -> 'latest_charge' as charge from stripe_object
                where kind = 'payment_intent'
                    and object = cast(convert_from(e.raw, 'UTF8') as jsonb) #>> '{data,object,payment_intent}'
                order by fetch_number desc limit 1) o
            where e.type = 'radar.early_fraud_warning.created'
            and coalesce(o.charge ->> 'refunded', 'false') = 'false' and coalesce(o.charge ->> 'disputed', 'false') = 'false'
            """;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * @param ref Stripe's id of what happened
     * @param invoice empty for none
     * @param why of an end; empty else
     */
    public record NotedFact(
            Instant at,
            Kind kind,
            String ref,
            String subscription,
            String plan,
            String invoice,
            Money amount,
            String why) {}

    /**
     * @param note why it was parked; empty where it was not
     * @param fetched whether Stripe did not get it to us, and we found it later
     */
    public record HeardEvent(
            String id,
            String type,
            Instant createdAt,
            Instant receivedAt,
            boolean parked,
            boolean heard,
            String note,
            boolean fetched) {}

    /** @param state as the table of checkouts names it */
    public record Attempt(String plan, Instant expiresAt, String state, String subscription) {}

    /** What a fact is of. */
    public enum Kind {
        BEGAN,
        PAID,
        DECLINED,
        REFUNDED,
        DISPUTED,
        DISPUTE_WON,
        DISPUTE_LOST,
        ENDED
    }

    /** A reader who needs somebody. */
    public record Case(long account, String subscription, Why why) {}

    /** What is the matter. */
    public enum Why {
        /** All its money went back, and it still renews. */
        RUNS_UNPAID,
        /** A bank has not decided. */
        DISPUTED,
        /** A payment's card was reported stolen, or may be; its money is neither given back nor disputed yet. */
        FRAUD_WARNING,
        UNKNOWN_AT_STRIPE,
        /** It runs beside another. */
        SECOND
    }

    /** The newest first. */
    @Transactional
    public List<NotedFact> facts(long account) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select at, kind, ref, subscription, plan, coalesce(invoice, ''), paise, coalesce(why, '') from billing_fact
                        where account = :account order by at desc, noted_at desc""", Object[].class)
                .setParameter("account", account)
                .getResultList();
        return rows.stream()
                .map(row -> new NotedFact(
                        (Instant) row[0],
                        Kind.valueOf((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        new Money(((Number) row[6]).longValue()),
                        (String) row[7]))
                .toList();
    }

    /** The newest first, 200 at most. */
    @Transactional
    public List<HeardEvent> events(long account) {
        List<Object[]> rows = entities.createNativeQuery(PARKED_ALSO, Object[].class)
                .setParameter("account", account)
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new HeardEvent(
                        (String) row[0],
                        (String) row[1],
                        (Instant) row[2],
                        (Instant) row[3],
                        row[4].equals("PARKED"),
                        row[4].equals("HEARD"),
                        (String) row[5],
                        (Boolean) row[6]))
                .toList();
    }

    /** The newest first. */
    @Transactional
    public List<Attempt> attempts(long account) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select plan, expires_at, state, coalesce(subscription, '') from checkout
                        where account = :account order by expires_at desc""", Object[].class)
                .setParameter("account", account)
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new Attempt((String) row[0], (Instant) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    /** What a reader asked to have on tax invoices; empty for nothing. */
    @Transactional
    public String invoiceDetails(long account) {
        List<String> found = entities.createNativeQuery(
                        "select concat_ws(', ', nullif(name, ''), nullif(address, ''), state, gstin) from invoice_details where account = :account",
                        String.class)
                .setParameter("account", account)
                .getResultList();
        return found.isEmpty() ? "" : found.getFirst();
    }

    /** The numbers of the tax invoices and credit notes that were issued, the newest first. */
    @Transactional
    public List<String> taxPapers(long account) {
        return entities.createNativeQuery(
                        "select number from tax_paper where account = :account order by issued_at desc", String.class)
                .setParameter("account", account)
                .getResultList();
    }

    /** Whose one of Stripe's objects is, by its id. */
    @Transactional
    public Optional<Long> accountOf(String id) {
        List<Long> found = entities.createNativeQuery("""
                        select account from stripe_object where object = :id
                        union select account from stripe_customer where customer = :id
                        union select account from subscription where provider_ref = :id
                        union select account from checkout where session = :id
                        union select account from billing_fact where ref = :id
                        union select account from tax_paper where number = :id
                        union select account from stripe_object where kind = 'invoice' and content ->> 'number' = :id""", Long.class)
                .setParameter("id", id)
                .getResultList();
        return found.stream().findFirst();
    }

    /** The version of the plan that costs that much; empty for a price of another kind. */
    @Transactional
    public String versionOf(String plan, Money price) {
        List<Integer> found = entities.createNativeQuery(
                        "select version from stripe_price where plan = :plan and paise = :paise order by version desc",
                        Integer.class)
                .setParameter("plan", plan)
                .setParameter("paise", price.paise())
                .getResultList();
        return found.isEmpty() ? "?" : found.getFirst().toString();
    }

    /** The account's number at Stripe; empty for none. */
    @Transactional
    public String customerOf(long account) {
        List<String> found = entities.createNativeQuery(
                        "select coalesce(customer, '') from stripe_customer where account = :account", String.class)
                .setParameter("account", account)
                .getResultList();
        return found.isEmpty() ? "" : found.getFirst();
    }

    /**
     * Who needs somebody: a subscription that goes on though its money went back, a bank that has not decided, a payment that is said to be fraud,
     * one that Stripe does not know, and one beside another.
     */
    @Transactional
    public List<Case> cases() {
        List<Object[]> rows = entities.createNativeQuery("""
                        select s.account, s.provider_ref, 'RUNS_UNPAID' from subscription s
                        where s.state in ('RUNNING', 'PAUSED') and exists (select 1 from billing_fact f
                            where f.subscription = s.provider_ref and f.kind = 'REFUNDED')
                        and not exists (select 1 from entitlement e where e.cause = s.provider_ref and e.ends_at > :now)
                        union all
                        select f.account, f.subscription, 'DISPUTED' from billing_fact f where f.kind = 'DISPUTED'
                        and not exists (select 1 from billing_fact d where d.ref = f.ref and d.kind in ('DISPUTE_WON', 'DISPUTE_LOST'))
                        union all
                        select d.account, d.subscription, 'UNKNOWN_AT_STRIPE' from drift d where not d.healed
                        union all
                        select s.account, s.provider_ref, 'SECOND' from subscription s
                        where s.duplicate_of is not null and s.state in ('RUNNING', 'ENDING', 'PAUSED', 'PAST_DUE')
                        union all
                        """ + WARNED + "order by 1 desc", Object[].class)
                .setParameter("now", clock.instant())
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new Case(((Number) row[0]).longValue(), (String) row[1], Why.valueOf((String) row[2])))
                .toList();
    }

    /** Events that were kept and not acted on, the newest first, without those that by their type lead to no reader. */
    @Transactional
    public List<HeardEvent> parked(int most) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select id, type, created_at, received_at, note, fetched from stripe_event
                        where state = 'PARKED' and split_part(type, '.', 1) not in (:nobodys) order by received_at desc""", Object[].class)
                .setParameter("nobodys", NOBODYS)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> new HeardEvent(
                        (String) row[0],
                        (String) row[1],
                        (Instant) row[2],
                        (Instant) row[3],
                        true,
                        false,
                        (String) row[4],
                        (Boolean) row[5]))
                .toList();
    }
}
