package news.masthead.doors;

import static news.masthead.doors.Door.form;
import static news.masthead.doors.Door.open;
import static news.masthead.doors.Door.proved;
import static news.masthead.doors.Door.to;
import static news.masthead.doors.Who.ADMINS;
import static news.masthead.doors.Who.CASHIERS;
import static news.masthead.doors.Who.CHIEFS;
import static news.masthead.doors.Who.CHIEF_ALONE;
import static news.masthead.doors.Who.LOGGED_IN;
import static news.masthead.doors.Who.READS_ALL;
import static news.masthead.doors.Who.STAFF;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every route of the site and who gets in: one row for each method of each path. A route that the running site has and this table lacks fails the
 * build. What is posted is what changes nothing even where it is let in: a form with what it needs missing.
 */
final class Doors {

    private static final String MULTIPART =
            "--b\r\nContent-Disposition: form-data; name=\"headline\"\r\n\r\n\r\n--b--\r\n";

    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

    static final List<Door> ALL = List.of(
            // Readers
            open("GET /", "/", 200),
            open("GET /section/{slug}", "/section/markets", 200),
            open("GET /article/{section}/{file}", "<premium>", 200).showing(READS_ALL),
            open("GET /robots.txt", "/robots.txt", 200),
            open("GET /picture/{id}", "/picture/<picture>", 200),
            to(LOGGED_IN, "GET /account", "/account", 200),
            to(LOGGED_IN, "GET /account/devices", "/account/devices", 200),
            form("POST /account/devices/{session}/end", "/account/devices/" + NOBODYS + "/end", 404),
            form("POST /account/devices/others/end", "/account/devices/others/end", 303),
            form("POST /account/devices/end", "/account/devices/end", 303),
            to(LOGGED_IN, "GET /account/data", "/account/data", 200),
            to(LOGGED_IN, "GET /account/data/copy", "/account/data/copy", 200),
            form("POST /account/data/erasure", "/account/data/erasure", 422),
            // Log-in
            open("GET /login", "/login", 303, 503),
            open("GET /login/sign-up", "/login/sign-up", 303, 503),
            open("GET /login/confirm", "/login/confirm", 303, 503),
            // Without the identity provider, which is away in these tests, nobody gets on
            open("GET /login/begin", "/login/begin", 401),
            open("GET /logout", "/logout", 200),
            open("POST /logout", "/logout", 200, 303).posting("x=y"),
            // Paying
            open("GET /subscribe", "/subscribe", 200),
            form("POST /subscribe", "/subscribe", 422).posting("plan="),
            open("GET /subscribe/quote", "/subscribe/quote?plan=nobodys", 422),
            to(LOGGED_IN, "GET /subscribe/confirming", "/subscribe/confirming?s=cs_test_nobodys", 404),
            to(LOGGED_IN, "GET /account/plan", "/account/plan", 200),
            form("POST /account/plan/cancellation", "/account/plan/cancellation", 303, 503),
            form("POST /account/plan/resumption", "/account/plan/resumption", 303, 503),
            to(LOGGED_IN, "GET /account/plan/payment", "/account/plan/payment", 303),
            form("POST /account/plan/card", "/account/plan/card", 303, 503),
            to(LOGGED_IN, "GET /account/plan/change", "/account/plan/change", 200, 303),
            form("POST /account/plan/change", "/account/plan/change", 422).posting("quote="),
            form("POST /account/plan/change/release", "/account/plan/change/release", 303, 503),
            form("POST /account/plan/change/give-up", "/account/plan/change/give-up", 303, 503),
            to(LOGGED_IN, "GET /account/plan/pause", "/account/plan/pause", 200, 303),
            form("POST /account/plan/pause", "/account/plan/pause", 409, 422).posting("months="),
            form("POST /account/plan/pause/call-off", "/account/plan/pause/call-off", 303),
            to(LOGGED_IN, "GET /account/plan/return", "/account/plan/return", 303),
            form("POST /account/plan/return", "/account/plan/return", 303).posting("quote="),
            to(LOGGED_IN, "GET /account/plan/invoices", "/account/plan/invoices", 200),
            to(LOGGED_IN, "GET /account/plan/invoices/{slug}", "/account/plan/invoices/INV-00-01-000001", 404),
            form("POST /account/plan/invoices/details", "/account/plan/invoices/details", 422),
            open("POST /billing/stripe/events", "/billing/stripe/events", 400).posting("x=y"),
            // Agencies and tools
            proved("POST /wire/{source}", "/wire/meridian"),
            proved("POST /api/stories", "/api/stories"),
            proved("PUT /api/stories/{id}", "/api/stories/<story>"),
            proved("DELETE /api/stories/{id}", "/api/stories/<story>"),
            // The desk: items
            to(STAFF, "GET /desk", "/desk", 200),
            to(STAFF, "GET /desk/newest", "/desk/newest", 200),
            to(STAFF, "GET /desk/items/{id}", "/desk/items/<item>", 200),
            to(STAFF, "GET /desk/items/{id}/raw", "/desk/items/<item>/raw", 200),
            to(STAFF, "POST /desk/items/{id}/publication", "/desk/items/<item>/publication", 422)
                    .posting("headline="),
            to(STAFF, "POST /desk/items/{id}/dismissal", "/desk/items/<killed>/dismissal", 303, 422)
                    .posting("reason="),
            to(STAFF, "GET /desk/items/{id}/update", "/desk/items/<item>/update", 200),
            to(STAFF, "POST /desk/items/{id}/update", "/desk/items/<item>/update", 303, 404, 422)
                    .posting("headline="),
            to(STAFF, "GET /desk/items/{id}/story", "/desk/items/<item>/story", 303, 404),
            to(STAFF, "POST /desk/items/{id}/story", "/desk/items/<item>/story", 303, 404, 422)
                    .posting("headline="),
            to(STAFF, "GET /desk/items/{id}/leave", "/desk/items/<item>/leave", 200, 303, 404),
            to(STAFF, "POST /desk/items/{id}/leave", "/desk/items/<item>/leave", 303, 404, 422)
                    .posting("who="),
            to(STAFF, "POST /desk/items/{id}/agency", "/desk/items/<item>/agency", 303, 404, 422)
                    .posting("source="),
            to(CHIEFS, "POST /desk/items/{id}/lift", "/desk/items/<item>/lift", 303, 404, 422)
                    .posting("x=y"),
            // The desk: stories
            to(STAFF, "GET /desk/stories", "/desk/stories", 200),
            to(STAFF, "GET /desk/stories/new", "/desk/stories/new", 200),
            to(STAFF, "POST /desk/stories/new", "/desk/stories/new", 422).posting(MULTIPART),
            to(STAFF, "GET /desk/stories/{id}", "/desk/stories/<story>", 200).showing(STAFF),
            to(STAFF, "POST /desk/stories/{id}/correction", "/desk/stories/<story>/correction", 422)
                    .posting("headline="),
            to(STAFF, "POST /desk/stories/{id}/kill", "/desk/stories/<story>/kill", 422)
                    .posting("notice=")
                    .showing(STAFF),
            to(STAFF, "POST /desk/stories/{id}/withhold", "/desk/stories/<story>/withhold", 422)
                    .posting("notice=")
                    .showing(STAFF),
            to(STAFF, "POST /desk/stories/{id}/release-wish", "/desk/stories/<story>/release-wish", 422)
                    .posting("reason=")
                    .showing(STAFF),
            to(STAFF, "POST /desk/stories/{id}/release", "/desk/stories/<story>/release", 422)
                    .posting("x=y")
                    .showing(STAFF),
            // The desk: agencies and their files
            to(STAFF, "GET /desk/agencies", "/desk/agencies", 200),
            to(CHIEFS, "GET /desk/agencies/new", "/desk/agencies/new", 200),
            to(CHIEFS, "POST /desk/agencies/new", "/desk/agencies/new", 422).posting("id="),
            to(STAFF, "GET /desk/agencies/{id}", "/desk/agencies/meridian", 200),
            to(CHIEFS, "POST /desk/agencies/{id}", "/desk/agencies/meridian", 422)
                    .posting("name="),
            to(STAFF, "GET /desk/arrivals", "/desk/arrivals", 200),
            to(STAFF, "GET /desk/arrivals/{source}/{hash}", "/desk/arrivals/<file>", 200),
            to(STAFF, "GET /desk/arrivals/{source}/{hash}/raw", "/desk/arrivals/<file>/raw", 200),
            to(STAFF, "POST /desk/arrivals/{source}/{hash}/replay", "/desk/arrivals/<file>/replay", 303)
                    .posting("x=y"),
            to(STAFF, "POST /desk/replays", "/desk/replays", 422).posting("source=nobody"),
            to(STAFF, "GET /desk/replays/{id}", "/desk/replays/999999999", 404),
            to(STAFF, "GET /desk/replays/{id}/progress", "/desk/replays/999999999/progress", 404),
            to(STAFF, "GET /desk/health", "/desk/health", 200),
            // The desk: the policy
            to(CHIEF_ALONE, "GET /desk/policies", "/desk/policies", 200),
            to(CHIEF_ALONE, "GET /desk/policies/new", "/desk/policies/new", 200),
            to(CHIEF_ALONE, "POST /desk/policies/new", "/desk/policies/new", 422)
                    .posting("act=activate"),
            to(CHIEF_ALONE, "POST /desk/policies/{version}/withdrawal", "/desk/policies/0/withdrawal", 409)
                    .posting("x=y"),
            // Giving away
            open("POST /gift", "/gift", 404).posting("story="),
            open("GET /gift/{token}", "/gift/nobodys", 404),
            to(CASHIERS, "GET /ops/comps", "/ops/comps", 200),
            to(CASHIERS, "POST /ops/comps", "/ops/comps", 422).posting("email="),
            to(CASHIERS, "POST /ops/comps/{id}/end", "/ops/comps/999999999/end", 404)
                    .posting("x=y"),
            // Running the place
            to(ADMINS, "GET /ops/readers", "/ops/readers", 200),
            to(ADMINS, "GET /ops/readers/{account}", "/ops/readers/<account>", 200),
            to(ADMINS, "POST /ops/readers/{account}/ban", "/ops/readers/<account>/ban", 400)
                    .posting("reason="),
            to(ADMINS, "POST /ops/readers/{account}/lift", "/ops/readers/<account>/lift", 400)
                    .posting("reason="),
            to(ADMINS, "POST /ops/readers/{account}/end-sessions", "/ops/readers/<account>/end-sessions", 400)
                    .posting("reason="),
            to(CASHIERS, "GET /ops/billing", "/ops/billing", 200),
            to(CASHIERS, "GET /ops/billing/{account}", "/ops/billing/<account>", 200),
            to(CASHIERS, "POST /ops/billing/{account}/sync", "/ops/billing/<account>/sync", 404)
                    .posting("subscription=sub_nobodys"),
            to(CASHIERS, "POST /ops/billing/{account}/end", "/ops/billing/<account>/end", 404)
                    .posting("subscription=sub_nobodys"),
            to(CASHIERS, "GET /ops/billing/{account}/refund", "/ops/billing/<account>/refund?payment=pi_nobodys", 404),
            to(CASHIERS, "POST /ops/billing/{account}/refund", "/ops/billing/<account>/refund", 404)
                    .posting("payment=pi_nobodys"),
            to(CASHIERS, "POST /ops/billing/{account}/refund/again", "/ops/billing/<account>/refund/again", 404)
                    .posting("id="),
            to(CASHIERS, "GET /ops/decisions", "/ops/decisions", 200),
            to(CASHIERS, "POST /ops/decisions", "/ops/decisions", 422).posting("who="),
            to(CASHIERS, "GET /ops/revenue", "/ops/revenue", 200),
            to(CASHIERS, "GET /ops/revenue/{sheet}.csv", "/ops/revenue/mrr.csv", 200),
            // Local mode alone
            open("GET /local", "/local", 200),
            open("POST /local/clock", "/local/clock", 422).posting("by="),
            open("GET /local/mailbox", "/local/mailbox", 200),
            open("GET /local/mailbox/{number}", "/local/mailbox/1", 200, 404));

    /** What answers beside the resources in local mode, and what could and must not. */
    static final List<Door> BESIDE = List.of(
            open("GET /assets", "/assets/css/base.css", 200),
            open("GET /assets", "/assets/", 404),
            open("GET /assets", "/assets/../application.properties", 404),
            open("GET /assets", "/assets/%2e%2e/%2e%2e/%2e%2e/application.properties", 404),
            open("GET /META-INF", "/META-INF/resources/assets/css/base.css", 404),
            open("GET /q/health", "/q/health", 200, 503),
            open("GET /q/metrics", "/q/metrics", 200),
            open("GET /q/openapi", "/q/openapi", 200),
            open("GET /q/billing", "/q/billing/entitlements?accounts=", 200),
            open("GET /q", "/q", 404),
            open("GET /q/info", "/q/info", 404),
            open("GET /q/arc", "/q/arc/beans", 404),
            open("GET /q/dev", "/q/dev-ui", 404),
            open("GET /q/swagger-ui", "/q/swagger-ui/", 404),
            open("GET /q/oidc", "/q/oidc/", 404),
            open("GET /.well-known", "/.well-known/oauth-protected-resource", 404),
            open("GET /.git", "/.git/config", 404),
            open("GET /.env", "/.env", 404),
            open("GET /graphql", "/graphql", 404),
            open("GET /wp-json", "/wp-json/wp/v2/posts/1", 404),
            open("GET /api", "/api/v1/articles/1", 404));

    private Doors() {}

    static Set<String> routes() {
        return ALL.stream().map(Door::route).collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Door> shut() {
        return ALL.stream().filter(Door::isProtected).toList();
    }
}
