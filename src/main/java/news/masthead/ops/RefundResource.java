package news.masthead.ops;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.masthead.billing.Care;
import news.masthead.billing.Payment;
import news.masthead.billing.Payments;
import news.masthead.billing.Refunds;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Role;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Money;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.resteasy.reactive.RestForm;

/** Giving money back: shows what it does to access, then does it, once. */
@Path(Links.OPS_BILLING + "/{account: \\d{1,18}}/refund")
@Blocking
@RolesAllowed({Role.BILLING, Role.ADMIN})
class RefundResource {

    private static final int LONGEST_REASON = 300;

    @Inject
    Refunds refunds;

    @Inject
    Payments payments;

    @Inject
    Care care;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Accounts accounts;

    @Inject
    CarePages pages;

    @Inject
    CareMessages messages;

    @Inject
    OpsFrames frames;

    @GET
    public Response quote(@PathParam("account") long account, @QueryParam("payment") String payment) {
        Payment paid = payment(account, payment);
        RefundPage.Form form =
                form(account, UUID.randomUUID().toString(), payment, rupees(paid.left()), "", false, Map.of());
        return OpsFrames.page(200, pages.refund(account(account), paid, null, form));
    }

    @POST
    public Response give(
            @PathParam("account") long account,
            @RestForm String id,
            @RestForm String payment,
            @RestForm String amount,
            @RestForm String reason,
            @RestForm("also-end") String alsoEnd) {
        Payment paid = payment(account, payment);
        String why = reason == null ? "" : reason.strip();
        UUID order = CareResource.form(id);
        Map<String, String> problems = new HashMap<>();
        Optional<Money> asked = money(amount);
        if (asked.isEmpty()) {
            problems.put("amount", messages.needsAmount());
        }
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            problems.put("reason", messages.needsReason());
        }
        RefundPage.Form form = form(account, order.toString(), payment, amount, why, alsoEnd != null, problems);
        if (!problems.isEmpty()) {
            return OpsFrames.page(422, pages.refund(account(account), paid, null, form));
        }
        Refunds.Outcome outcome = refunds.give(order, frames.account(), account, payment, asked.orElseThrow(), why);
        boolean whole = asked.get().equals(paid.left());
        return answer(account, paid, form, outcome, whole);
    }

    @POST
    @Path("/again")
    public Response again(@PathParam("account") long account, @RestForm String id) {
        Account reader = account(account);
        return switch (refunds.askAgain(CareResource.form(id), account)) {
            case Refunds.Outcome.Given given -> done(account, id);
            case Refunds.Outcome.Refused refused -> done(account, id);
            case Refunds.Outcome.Silent silent ->
                OpsFrames.page(503, pages.reader(reader, Notice.problem(messages.silent()), ""));
            case Refunds.Outcome.NoSuchPayment none -> throw new NotFoundException();
            case Refunds.Outcome.TooMuch much -> throw new NotFoundException();
            case Refunds.Outcome.Unanswered other -> throw new NotFoundException();
        };
    }

    private Response answer(long account, Payment paid, RefundPage.Form form, Refunds.Outcome outcome, boolean whole) {
        return switch (outcome) {
            case Refunds.Outcome.Given given ->
                form.alsoEnd() && whole ? ended(account, paid, form) : done(account, form.id());
            case Refunds.Outcome.TooMuch much ->
                again(
                        422,
                        account,
                        paid,
                        form.with("amount", messages.tooMuch(much.left().toString())),
                        null);
            case Refunds.Outcome.Unanswered other ->
                again(422, account, paid, form, Notice.problem(messages.unanswered()));
            case Refunds.Outcome.Silent silent -> again(503, account, paid, form, Notice.problem(messages.silent()));
            case Refunds.Outcome.Refused refused ->
                again(422, account, paid, form, Notice.problem(messages.refused(refused.words())));
            case Refunds.Outcome.NoSuchPayment none -> throw new NotFoundException();
        };
    }

    /** Money back and an end are two deeds; the second has a number that follows from the first, so that it too is done once. */
    private Response ended(long account, Payment paid, RefundPage.Form form) {
        UUID second = UUID.nameUUIDFromBytes((form.id() + "end").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Optional<Subscription> held =
                subscriptions.ofProvider(paid.subscription()).filter(Subscription::isLive);
        boolean done = held.map(one -> care.endNow(new Care.Wish(second, frames.account(), form.reason()), one))
                .orElse(true);
        return done
                ? done(account, form.id())
                : OpsFrames.page(503, pages.reader(account(account), Notice.problem(messages.notEnded()), ""));
    }

    private Response again(int status, long account, Payment paid, RefundPage.Form form, Notice notice) {
        return OpsFrames.page(status, pages.refund(account(account), paid, notice, form));
    }

    private static Response done(long account, String id) {
        return Response.seeOther(URI.create(Links.opsBilling(account) + "?now=" + id))
                .build();
    }

    private static RefundPage.Form form(
            long account,
            String id,
            String payment,
            String amount,
            String reason,
            boolean alsoEnd,
            Map<String, String> problems) {
        String typed = amount == null ? "" : amount.strip();
        return new RefundPage.Form(Links.opsRefund(account), id, payment, typed, reason, alsoEnd, problems);
    }

    /** Whole rupees with or without paise, with or without the sign and the commas. */
    private static Optional<Money> money(String typed) {
        String digits = typed == null ? "" : typed.strip().replace("₹", "").replace(",", "");
        return digits.matches("\\d{1,9}(\\.\\d{1,2})?")
                ? Optional.of(new Money(new BigDecimal(digits).movePointRight(2).longValueExact()))
                        .filter(money -> money.paise() > 0)
                : Optional.empty();
    }

    private static String rupees(Money money) {
        return money.toString().replace("₹", "").replace(",", "");
    }

    private Payment payment(long account, String id) {
        return payments.find(account, id).orElseThrow(NotFoundException::new);
    }

    private Account account(long id) {
        return accounts.find(id).orElseThrow(NotFoundException::new);
    }
}
