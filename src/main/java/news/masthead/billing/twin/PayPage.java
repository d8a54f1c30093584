package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The HTML of the hosted page: it works without scripts, and says what it is. */
final class PayPage {

    static final String STYLE = resource("twin.css");

    private static final String FRAME = resource("frame.html");
    private static final String PAY = resource("pay.html");
    private static final String CODE = resource("code.html");

    private PayPage() {}

    static String open(ObjectNode session, boolean declined) {
        return open(session, declined ? declined() : "", "");
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
                .replace("{product}", escaped(Json.text(line, "description")))
                .replace("{interval}", escaped(interval(line.at("/price/recurring"))))
                .replace("{price}", escaped(price))
                .replace("{cancel}", Json.isSet(session, "cancel_url") ? cancelButton() : "");
        return framed("Pay " + price, main);
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

    private static String declined() {
        return alert(BankAnswer.DECLINED.message() + " Nothing was charged; you can try another card.");
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

    private static String cancelButton() {
        return "<button class=\"quiet\" name=\"outcome\" value=\"cancel\">Cancel</button>";
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
