package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import news.masthead.identity.Accounts;

/** What readers want to have on their invoices. */
@ApplicationScoped
class BuyerBook {

    @Inject
    EntityManager entities;

    @Inject
    Accounts accounts;

    @Inject
    Typeface typeface;

    @Inject
    Clock clock;

    /** What a reader has asked for, or where the reader is if that is all we were told; none for one who said nothing. */
    @Transactional
    Optional<Buyer> of(long account) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select name, address, state, gstin from invoice_details where account = :account",
                        Object[].class)
                .setParameter("account", account)
                .getResultList();
        return rows.stream().findFirst().map(BuyerBook::buyer);
    }

    /**
     * Whom an invoice of now is made out to. The place of supply to somebody who is not registered is where they are if that is on record, else
     * where the seller is, as for who bought before anybody was asked: IGST Act 2017, section 12(2)(b).
     */
    @Transactional
    Buyer of(long account, TaxRules.Seller seller) {
        Buyer buyer =
                of(account).orElseGet(() -> new Buyer("", "", seller.gstin().state(), Optional.empty()));
        return buyer.name().isEmpty() ? new Buyer(name(account), buyer.address(), buyer.state(), buyer.gstin()) : buyer;
    }

    /** Changes where a reader is and nothing else; a firm stays where it is registered. */
    @Transactional
    void keepState(long account, IndianState state) {
        entities.createNativeQuery("""
                        insert into invoice_details (account, name, address, state, changed_at)
                        select id, '', '', :state, :now from account
                            where id = :account and erasing_at is null and erased_at is null
                        on conflict (account) do update set state = excluded.state, changed_at = excluded.changed_at
                            where invoice_details.gstin is null and invoice_details.state <> excluded.state""")
                .setParameter("account", account)
                .setParameter("state", state.code)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    void keep(long account, Buyer buyer) {
        entities.createNativeQuery("""
                        insert into invoice_details (account, name, address, state, gstin, changed_at)
                        values (:account, :name, :address, :state, nullif(:gstin, ''), :now)
                        on conflict (account) do update set name = excluded.name, address = excluded.address,
                            state = excluded.state, gstin = excluded.gstin, changed_at = excluded.changed_at""")
                .setParameter("account", account)
                .setParameter("name", buyer.name())
                .setParameter("address", buyer.address())
                .setParameter("state", buyer.state().code)
                .setParameter("gstin", buyer.gstin().map(Gstin::value).orElse(""))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** The law asks for no name below 50,000 rupees; one that cannot be printed is left out. */
    private String name(long account) {
        return accounts.find(account)
                .map(one -> one.name.strip())
                .filter(name -> !name.isEmpty() && typeface.prints(name))
                .orElse("Reader " + account);
    }

    private static Buyer buyer(Object[] row) {
        return new Buyer(
                (String) row[0],
                (String) row[1],
                IndianState.ofCode((String) row[2]).orElseThrow(),
                Optional.ofNullable((String) row[3]).map(Gstin::new));
    }
}
