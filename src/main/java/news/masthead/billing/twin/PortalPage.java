package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The HTML of a portal session: the whole portal, or the one thing that a link asks for. */
final class PortalPage {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneId.of("Asia/Kolkata"));

    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneId.of("Asia/Kolkata"));

    private static final Map<String, String> DONE = Map.of(
            "card", "Your new card is saved.",
            "cancel", "Your plan is canceled. You keep it until the end of the period.",
            "resume", "Your plan goes on.");

    private final PortalCounter.View view;
    private final ObjectNode query;

    PortalPage(PortalCounter.View view, ObjectNode query) {
        this.view = view;
        this.query = query;
    }

    String html() {
        String flow = query.has("home") || view.flow() == null ? "home" : view.flow();
        String canceled = query.has("cancel")
                ? query.get("cancel").asText()
                : view.session().at("/flow/subscription_cancel/subscription").asText();
        return switch (query.has("cancel") ? "subscription_cancel" : flow) {
            case "payment_method_update" ->
                PayPage.framed("Change your card", "<h1>Change your card</h1>" + card() + back());
            case "subscription_cancel" -> PayPage.framed("Cancel your plan", cancel(canceled) + back());
            default -> PayPage.framed("Your billing", home());
        };
    }

    private String home() {
        String done = DONE.get(query.path("done").asText());
        return "<h1>Your billing</h1>"
                + (done == null ? "" : "<p class=\"done\" role=\"status\">%s</p>".formatted(done))
                + "<h2>Plan</h2>" + plans()
                + (view.may("payment_method_update") ? "<h2>Card</h2>" + card() : "")
                + (view.may("invoice_history") ? "<h2>Invoices</h2>" + invoices() : "")
                + back();
    }

    private String plans() {
        String plans = view.subscriptions().stream().map(this::plan).collect(Collectors.joining());
        return plans.isEmpty() ? "<p>You have no plan.</p>" : plans;
    }

    private String plan(ObjectNode subscription) {
        JsonNode price = Subscriptions.item(subscription).get("price");
        String cost = Rupees.of(price.get("unit_amount").longValue(), Json.text(price, "currency")) + " "
                + PayPage.interval(price.get("recurring"));
        boolean ends = Json.isSet(subscription, "cancel_at");
        String when =
                (ends ? "Ends on " : "Renews on ") + day(ends ? subscription.get("cancel_at") : end(subscription));
        return "<p class=\"plan\"><strong>%s</strong> <span>%s</span></p>%s"
                .formatted(
                        PayPage.escaped(cost), when, view.may("subscription_cancel") ? button(subscription, ends) : "");
    }

    private static String button(ObjectNode subscription, boolean ends) {
        return ends
                ? form("resume", Json.id(subscription), "<button class=\"pay\">Don't cancel</button>")
                : "<p><a class=\"button\" href=\"?cancel=%s\">Cancel plan</a></p>".formatted(Json.id(subscription));
    }

    private String cancel(String id) {
        return view.subscriptions().stream()
                .filter(subscription -> Json.id(subscription).equals(id))
                .findFirst()
                .map(subscription -> "<h1>Cancel your plan</h1><p>You keep it until %s and are not charged again.</p>%s"
                        .formatted(
                                day(end(subscription)),
                                form("cancel", id, "<button class=\"pay\">Cancel plan</button>")))
                .orElse("<h1>Cancel your plan</h1><p>There is no such plan any more.</p>");
    }

    private String card() {
        String now = view.card() == null
                ? "<p>No card yet.</p>"
                : "<p>Now: card that ends in %s</p>"
                        .formatted(PayPage.escaped(view.card().at("/card/last4").asText()));
        String choice = "<fieldset><legend>New card</legend>" + choice(TestMethod.GOOD, "Card that pays", true)
                + choice(TestMethod.FAILS_AT_RENEWAL, "Card that will fail at renewal", false)
                + choice(TestMethod.ASKS_EACH_TIME, "Card that asks for approval each time", false)
                + "</fieldset><button class=\"pay\">Save card</button>";
        return now + form("card", null, choice);
    }

    private static String choice(TestMethod card, String label, boolean checked) {
        return "<label><input type=\"radio\" name=\"card\" value=\"%s\"%s> <span>%s <small>ends in %s</small></span></label>"
                .formatted(card.word(), checked ? " checked" : "", label, card.last4());
    }

    private String invoices() {
        String rows = view.invoices().stream().map(PortalPage::row).collect(Collectors.joining());
        return rows.isEmpty() ? "<p>No invoices yet.</p>" : "<ul class=\"invoices\">" + rows + "</ul>";
    }

    private static String row(ObjectNode invoice) {
        return "<li><span>%s</span> <span>%s</span> <span>%s</span></li>"
                .formatted(
                        SHORT_DAY.format(
                                Instant.ofEpochSecond(invoice.get("created").longValue())),
                        PayPage.escaped(Rupees.of(
                                Math.max(0, invoice.get("total").longValue()), Json.text(invoice, "currency"))),
                        PayPage.escaped(Json.text(invoice, "status")));
    }

    private static String form(String action, String subscription, String inner) {
        String which = subscription == null
                ? ""
                : "<input type=\"hidden\" name=\"subscription\" value=\"%s\">".formatted(subscription);
        return "<form method=\"post\"><input type=\"hidden\" name=\"action\" value=\"%s\">%s%s</form>"
                .formatted(action, which, inner);
    }

    private String back() {
        String to = view.session().path("return_url").textValue();
        return to == null
                ? ""
                : "<p class=\"back\"><a href=\"%s\">Back to the newspaper</a></p>".formatted(PayPage.escaped(to));
    }

    private static JsonNode end(ObjectNode subscription) {
        return Subscriptions.item(subscription).get("current_period_end");
    }

    private static String day(JsonNode second) {
        return DAY.format(Instant.ofEpochSecond(second.longValue()));
    }
}
