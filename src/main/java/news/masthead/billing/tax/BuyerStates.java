package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import news.masthead.billing.PlaceOfSupply;

/** Asks for a State wherever tax invoices are issued; a registered buyer's is in the GSTIN. */
@ApplicationScoped
class BuyerStates implements PlaceOfSupply {

    @Inject
    TaxRules rules;

    @Inject
    BuyerBook buyers;

    @Override
    public List<Choice> choices(long account) {
        Optional<Buyer> buyer = buyers.of(account);
        return isAsked(buyer) ? IndianState.choices(buyer.map(Buyer::state)) : List.of();
    }

    @Override
    public boolean chosen(long account, String code) {
        Optional<IndianState> state = IndianState.ofCode(code);
        state.filter(any -> isAsked(buyers.of(account))).ifPresent(one -> buyers.keepState(account, one));
        Optional<Buyer> buyer = buyers.of(account);
        return buyer.isPresent() || !isAsked(buyer);
    }

    private boolean isAsked(Optional<Buyer> buyer) {
        return rules.seller().isPresent() && buyer.flatMap(Buyer::gstin).isEmpty();
    }
}
