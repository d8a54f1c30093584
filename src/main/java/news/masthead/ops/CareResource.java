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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import news.masthead.billing.Care;
import news.masthead.billing.CareBook;
import news.masthead.billing.Deed;
import news.masthead.billing.DeedBook;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Role;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.resteasy.reactive.RestForm;

/** The support desk: finds a reader, tells the whole story, asks Stripe, ends a subscription. */
@Path(Links.OPS_BILLING)
@Blocking
@RolesAllowed({Role.BILLING, Role.ADMIN})
class CareResource {

    @Inject
    Care care;

    @Inject
    CareBook book;

    @Inject
    DeedBook deeds;

    @Inject
    Accounts accounts;

    @Inject
    Subscriptions subscriptions;

    @Inject
    CarePages pages;

    @Inject
    CareWords words;

    @Inject
    CareMessages messages;

    @Inject
    OpsFrames frames;

    @GET
    public Response find(@QueryParam("q") String asked) {
        String typed = asked == null ? "" : asked.strip();
        List<Account> found = typed.isEmpty() ? List.of() : found(typed);
        return found.size() == 1
                ? Response.seeOther(URI.create(Links.opsBilling(found.getFirst().id)))
                        .build()
                : OpsFrames.page(200, pages.search(typed, found));
    }

    /** @param now the deed that was just done */
    @GET
    @Path("/{account: \\d{1,18}}")
    public Response show(@PathParam("account") long account, @QueryParam("now") String now) {
        return OpsFrames.page(200, pages.reader(account(account), notice(account, now), ""));
    }

    @POST
    @Path("/{account: \\d{1,18}}/sync")
    public Response sync(@PathParam("account") long account, @RestForm String id, @RestForm String subscription) {
        Care.Wish wish = new Care.Wish(form(id), frames.account(), messages.sync());
        return after(account, wish, care.sync(wish, held(account, subscription)));
    }

    /** @param when {@code now}, else at the end of what is paid */
    @POST
    @Path("/{account: \\d{1,18}}/end")
    public Response end(
            @PathParam("account") long account,
            @RestForm String id,
            @RestForm String subscription,
            @RestForm String when,
            @RestForm String reason) {
        Subscription held = held(account, subscription);
        if (reason == null || reason.isBlank()) {
            Notice why = Notice.problem(messages.needsReason());
            return OpsFrames.page(422, pages.reader(account(account), why, ""));
        }
        Care.Wish wish = new Care.Wish(form(id), frames.account(), reason.strip());
        return after(account, wish, "now".equals(when) ? care.endNow(wish, held) : care.endAtTerm(wish, held));
    }

    private Response after(long account, Care.Wish wish, boolean done) {
        if (done) {
            return Response.seeOther(URI.create(Links.opsBilling(account) + "?now=" + wish.id()))
                    .build();
        }
        Notice silent = Notice.problem(messages.nothingChanged());
        return OpsFrames.page(503, pages.reader(account(account), silent, wish.reason()));
    }

    private List<Account> found(String typed) {
        if (typed.contains("@")) {
            return accounts.ofEmail(typed);
        }
        Optional<Long> number = typed.matches("\\d{1,18}") ? Optional.of(Long.valueOf(typed)) : book.accountOf(typed);
        return number.flatMap(accounts::find).stream().toList();
    }

    /** Says only what the record bears out, whatever the link claims. */
    private Notice notice(long account, String now) {
        return deeds.of(account).stream()
                .filter(deed -> deed.id().toString().equals(now))
                .findFirst()
                .map(this::notice)
                .orElse(null);
    }

    private Notice notice(Deed deed) {
        String what = (words.deed(deed).what() + ". " + outcome(deed)).strip();
        return deed.what() == Deed.What.REFUND_REFUSED ? Notice.problem(what) : Notice.done(what);
    }

    /** What a question to Stripe brought; other deeds say it themselves. */
    private String outcome(Deed deed) {
        if (deed.what() != Deed.What.SYNCED) {
            return "";
        }
        return deed.before().equals(deed.after()) ? messages.nothingNew() : messages.broughtUpToDate();
    }

    private Account account(long id) {
        return accounts.find(id).orElseThrow(NotFoundException::new);
    }

    private Subscription held(long account, String reference) {
        return subscriptions.allOf(account).stream()
                .filter(held -> held.providerRef.equals(reference))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** A form that lost its number gets a new one. */
    static UUID form(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException | NullPointerException lost) {
            return UUID.randomUUID();
        }
    }
}
