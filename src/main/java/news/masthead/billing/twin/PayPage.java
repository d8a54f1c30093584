package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The HTML of the hosted page: it works without scripts, and says what it is. */
final class PayPage {

    static final String STYLE = resource("twin.css");

    private static final String FRAME = resource("frame.html");
    private static final String PAY = resource("pay.html");
    private static final String CODE = resource("code.html");
    private static final String CONFIRM = resource("confirm.html");
    private static final String DECLINE = "<button class=\"quiet\" name=\"outcome\" value=\"decline\">Decline</button>";
    private static final String CANCEL = "<button class=\"quiet\" name=\"outcome\" value=\"cancel\">Cancel</button>";

    private PayPage() {}

    /** @param note the query of the address: why the last card did not pay, or null */
    static String open(ObjectNode session, String note) {
        return open(session, alertOf(note), "");
    }

    /**
     * With a code that does not hold, which the reader can correct.
     *
     * @param why a sentence
     */
    static String refusing(ObjectNode session, String code, String why) {
        return open(session, alert(why), code);
    }

    private static String open(ObjectNode session, String alert, String code) {
        JsonNode line = session.at("/" + Ledger.PRIVATE + "/line_items/0");
        String price = Rupees.of(session.get("amount_total").longValue(), Json.text(session, "currency"));
        String main = PAY.replace("{alert}", alert)
                .replace("{promotion}", promotion(session, code))
                .replace("{heading}", escaped("Subscribe to " + Json.text(line, "description")))
                .replace("{terms}", escaped(interval(line.at("/price/recurring")) + ", renews automatically"))
                .replace("{price}", escaped(price))
                .replace("{others}", Json.isSet(session, "cancel_url") ? DECLINE + CANCEL : DECLINE);
        return framed("Pay " + price, main);
    }

    static String invoice(String number, String due, String note) {
        String main = PAY.replace("{alert}", alertOf(note))
                .replace("{promotion}", "")
                .replace("{heading}", escaped("Pay invoice " + number))
                .replace("{terms}", "due now")
                .replace("{price}", escaped(due))
                .replace("{others}", "");
        return framed("Pay " + due, main);
    }

    /** The bank's own page, on which the owner of the card says that it is she. */
    static String confirming(String price) {
        return framed("Confirm " + price, CONFIRM.replace("{price}", escaped(price)));
    }

    /** The query that tells the page why the card did not pay. */
    static String declined(BankAnswer answer) {
        return "?declined=" + answer.name();
    }

    /** @param onward where the reader may go from here, or null */
    static String notice(String heading, String sentence, String onward) {
        String link =
                onward == null ? "" : "<p><a href=\"%s\">Back to the newspaper</a></p>".formatted(escaped(onward));
        return framed(heading, "<h1>%s</h1><p>%s</p>%s".formatted(escaped(heading), escaped(sentence), link));
    }

    static TestMethod cardIn(ObjectNode form) {
        return TestMethod.ofWord(form.path("card").asText()).orElse(TestMethod.GOOD);
    }

    static String framed(String title, String main) {
        return FRAME.replace("{title}", escaped(title)).replace("{main}", main);
    }

    private static String alertOf(String note) {
        return Arrays.stream(BankAnswer.values())
                .filter(answer -> answer.outcome() == Outcome.DECLINED)
                .filter(answer -> declined(answer).equals("?" + note))
                .findFirst()
                .map(answer -> alert(told(answer) + " Nothing was charged; you can try another card."))
                .orElse("");
    }

    /** The message of a failed authentication is for developers; whoever pays is told what Stripe's own page tells. */
    private static String told(BankAnswer answer) {
        return answer == BankAnswer.NOT_CONFIRMED
                ? "We are unable to authenticate your payment method."
                : answer.message();
    }

    private static String alert(String sentence) {
        return "<p class=\"alert\" role=\"alert\">%s</p>".formatted(escaped(sentence));
    }

    /** A field for the code where codes are taken, and what the discount is where there is one. */
    private static String promotion(ObjectNode session, String code) {
        if (Basket.hasTrial(session)) {
            JsonNode price = Basket.line(session).get("price");
            return "<p class=\"saved\">Your trial is free. After it: %s %s.</p>"
                    .formatted(
                            escaped(Rupees.of(price.get("unit_amount").longValue(), Json.text(session, "currency"))),
                            escaped(interval(price.get("recurring"))));
        }
        long off = session.at("/total_details/amount_discount").longValue();
        if (off > 0) {
            return "<p class=\"saved\">%s off: your discount is in the price.</p>"
                    .formatted(escaped(Rupees.of(off, Json.text(session, "currency"))));
        }
        return session.path("allow_promotion_codes").asBoolean() ? CODE.replace("{code}", escaped(code)) : "";
    }

    static String interval(JsonNode recurring) {
        long count = recurring.get("interval_count").longValue();
        String unit = Json.text(recurring, "interval");
        return count == 1 ? "every " + unit : "every " + count + " " + unit + "s";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = PayPage.class.getResourceAsStream("/stripe-twin/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
