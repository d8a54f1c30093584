package news.masthead.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every address of the site, in one place. All are paths from the root. */
public final class Links {

    public static final String FRONT = "/";
    public static final String ROBOTS = "/robots.txt";
    public static final String SUBSCRIBE = "/subscribe";
    public static final String QUOTE = "/subscribe/quote";
    public static final String CONFIRMING = "/subscribe/confirming";
    public static final String LOGIN = "/login";
    public static final String SIGN_UP = "/login/sign-up";
    public static final String CONFIRM_EMAIL = "/login/confirm";
    public static final String LOGOUT = "/logout";
    public static final String ACCOUNT = "/account";
    public static final String ACCOUNT_PLAN = "/account/plan";
    public static final String ACCOUNT_PLAN_CANCELLATION = "/account/plan/cancellation";
    public static final String ACCOUNT_PLAN_RESUMPTION = "/account/plan/resumption";
    public static final String ACCOUNT_PLAN_PAYMENT = "/account/plan/payment";
    public static final String ACCOUNT_PLAN_CARD = "/account/plan/card";
    public static final String ACCOUNT_PLAN_CHANGE = "/account/plan/change";
    public static final String ACCOUNT_PLAN_CHANGE_GIVE_UP = "/account/plan/change/give-up";
    public static final String ACCOUNT_PLAN_CHANGE_RELEASE = "/account/plan/change/release";
    public static final String ACCOUNT_PLAN_PAUSE = "/account/plan/pause";
    public static final String ACCOUNT_PLAN_PAUSE_CALL_OFF = "/account/plan/pause/call-off";
    public static final String ACCOUNT_PLAN_RETURN = "/account/plan/return";
    public static final String ACCOUNT_DEVICES = "/account/devices";
    public static final String ACCOUNT_DEVICES_END = "/account/devices/end";
    public static final String ACCOUNT_OTHER_DEVICES_END = "/account/devices/others/end";
    public static final String ACCOUNT_DATA = "/account/data";
    public static final String ACCOUNT_DATA_COPY = "/account/data/copy";
    public static final String ACCOUNT_ERASURE = "/account/data/erasure";
    public static final String OPS_READERS = "/ops/readers";
    public static final String DESK = "/desk";
    public static final String DESK_STORIES = "/desk/stories";
    public static final String DESK_NEW_STORY = "/desk/stories/new";
    public static final String DESK_AGENCIES = "/desk/agencies";
    public static final String DESK_NEW_AGENCY = "/desk/agencies/new";
    public static final String DESK_ARRIVALS = "/desk/arrivals";
    public static final String DESK_REPLAYS = "/desk/replays";
    public static final String DESK_HEALTH = "/desk/health";
    public static final String API_STORIES = "/api/stories";
    public static final String GIFT = "/gift";
    public static final String OPS_COMPS = "/ops/comps";
    public static final String OPS_DECISIONS = "/ops/decisions";
    public static final String OPS_BILLING = "/ops/billing";
    public static final String OPS_REVENUE = "/ops/revenue";
    public static final String DESK_POLICIES = "/desk/policies";
    public static final String DESK_NEW_POLICY = "/desk/policies/new";
    public static final String ACCOUNT_PLAN_INVOICES = "/account/plan/invoices";
    public static final String ACCOUNT_PLAN_INVOICE_DETAILS = "/account/plan/invoices/details";
    public static final String STRIPE_EVENTS = "/billing/stripe/events";

    /** On the operator's door. */
    public static final String OPERATOR_ENTITLEMENTS = "/q/billing/entitlements";

    public static final String OPERATOR_REPLAY = "/q/billing/replay";

    private static final Pattern STORY =
            Pattern.compile("/article/[a-z0-9-]+/[a-z0-9-]+-(1\\d{11})_\\d{1,2}\\.html(?:[?#].*)?");

    private Links() {}

    public static String section(String slug) {
        return "/section/" + slug;
    }

    /**
     * @param page from 0, the newest
     */
    public static String section(String slug, int page) {
        return page == 0 ? section(slug) : section(slug) + "?page=" + page;
    }

    /**
     * @param id 1yymmddNNNNN
     */
    public static String story(String section, String slug, long id) {
        return "/article/" + section + "/" + slug + "-" + id + "_1.html";
    }

    /** The id in a path that may be a story's; whether there is such a story, it does not say. */
    public static Optional<Long> storyIn(String path) {
        Matcher id = STORY.matcher(path);
        return id.matches() ? Optional.of(Long.valueOf(id.group(1))) : Optional.empty();
    }

    /** Whether a path may be that of a story. */
    public static boolean isStory(String path) {
        return path.startsWith("/article/");
    }

    /**
     * @param id SHA-256 of its bytes, in hexadecimal
     */
    public static String picture(String id) {
        return "/picture/" + id;
    }

    public static String login(String back) {
        return LOGIN + "?to=" + encoded(back);
    }

    public static String signUp(String back) {
        return SIGN_UP + "?to=" + encoded(back);
    }

    public static String confirmEmail(String back) {
        return CONFIRM_EMAIL + "?to=" + encoded(back);
    }

    public static String subscribe(String back) {
        return SUBSCRIBE + "?to=" + encoded(back);
    }

    /**
     * What a plan costs, before it is bought.
     *
     * @param back where the reader goes after payment
     * @param code of an offer, as it was typed
     */
    public static String quote(String plan, Optional<String> back, Optional<String> code) {
        return QUOTE + "?plan=" + encoded(plan)
                + code.map(typed -> "&code=" + encoded(typed)).orElse("")
                + back.map(path -> "&to=" + encoded(path)).orElse("");
    }

    /**
     * @param session id of the reader's Checkout session
     * @param look how often the page has looked already
     */
    public static String confirming(String session, int look) {
        return CONFIRMING + "?s=" + encoded(session) + "&look=" + look;
    }

    /** Where it is said what going over to a plan costs. */
    public static String accountPlanChange(String plan) {
        return ACCOUNT_PLAN_CHANGE + "?plan=" + encoded(plan);
    }

    /**
     * @param session its id, which is not its token
     */
    public static String accountDeviceEnd(String session) {
        return ACCOUNT_DEVICES + "/" + session + "/end";
    }

    /**
     * @param slug number of a tax invoice or credit note with hyphens for slashes
     */
    public static String accountInvoice(String slug) {
        return ACCOUNT_PLAN_INVOICES + "/" + slug;
    }

    public static String opsReader(long account) {
        return OPS_READERS + "/" + account;
    }

    /**
     * @param token of a gift link
     */
    public static String gift(String token) {
        return GIFT + "/" + token;
    }

    /** A reader's whole story with our money. */
    public static String opsBilling(long account) {
        return OPS_BILLING + "/" + account;
    }

    public static String opsRefund(long account) {
        return opsBilling(account) + "/refund";
    }

    /** Where a reader is given a comp. */
    public static String opsCompFor(long account) {
        return OPS_COMPS + "?for=" + account;
    }

    /** Where a comp is ended. */
    public static String opsCompEnd(long id) {
        return OPS_COMPS + "/" + id + "/end";
    }

    /**
     * @param sheet name of one of the sheets of figures
     */
    public static String opsRevenueFile(String sheet) {
        return OPS_REVENUE + "/" + sheet + ".csv";
    }

    public static String deskItem(long id) {
        return DESK + "/items/" + id;
    }

    /**
     * @param source id of the agency
     * @param hash SHA-256 of the file's bytes, in hexadecimal
     */
    public static String deskFile(String source, String hash) {
        return DESK_ARRIVALS + "/" + source + "/" + hash;
    }

    public static String deskReplay(long id) {
        return DESK_REPLAYS + "/" + id;
    }

    public static String deskStory(long id) {
        return DESK_STORIES + "/" + id;
    }

    /** Where a policy is written that goes on from a version. */
    public static String deskPolicyFrom(long version) {
        return DESK_NEW_POLICY + "?of=" + version;
    }

    public static String deskPolicyWithdrawal(long version) {
        return DESK_POLICIES + "/" + version + "/withdrawal";
    }

    public static String deskAgency(String id) {
        return DESK_AGENCIES + "/" + id;
    }

    /** {@code to} if it is a path of this site, else the front page: nobody is sent elsewhere by a crafted link. */
    public static String backOrFront(String to) {
        return to != null && to.matches("/(?![/\\\\])[!-\\[\\]-~]*") && isAddress(to) ? to : FRONT;
    }

    private static boolean isAddress(String to) {
        try {
            return !new URI(to).isAbsolute();
        } catch (URISyntaxException garbled) {
            return false;
        }
    }

    /** The full address of a path. */
    public static URI absolute(Site site, String path) {
        return site.url().resolve(path);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
