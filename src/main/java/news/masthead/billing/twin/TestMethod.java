package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The cards that Stripe gives out for tests, each with the answer that it stands for. https://docs.stripe.com/testing , those of India
 * https://docs.stripe.com/india-recurring-payments
 */
enum TestMethod {
    GOOD("4242424242424242", "pm_card_visa", "US", BankAnswer.APPROVED, BankAnswer.APPROVED),
    /** What the reader pays with it in person comes, and nothing later does, as with a card that is blocked or replaced. */
    FAILS_AT_RENEWAL("4000000000000341", "pm_card_chargeCustomerFail", "US", BankAnswer.APPROVED, BankAnswer.DECLINED),
    DECLINED("4000000000000002", "pm_card_visa_chargeDeclined", "US", BankAnswer.DECLINED, BankAnswer.DECLINED),
    LACKS_FUNDS(
            "4000000000009995",
            "pm_card_visa_chargeDeclinedInsufficientFunds",
            "US",
            BankAnswer.LACKS_FUNDS,
            BankAnswer.LACKS_FUNDS),
    LOST("4000000000009987", "pm_card_visa_chargeDeclinedLostCard", "US", BankAnswer.LOST, BankAnswer.LOST),
    EXPIRED("4000000000000069", "pm_card_chargeDeclinedExpiredCard", "US", BankAnswer.EXPIRED, BankAnswer.EXPIRED),
    ASKS_EACH_TIME(
            "4000002760003184",
            "pm_card_authenticationRequired",
            "US",
            BankAnswer.ASKS_THE_OWNER,
            BankAnswer.ASKS_THE_OWNER),
    ASKS_ONCE(
            "4000002500003155",
            "pm_card_authenticationRequiredOnSetup",
            "US",
            BankAnswer.ASKS_THE_OWNER,
            BankAnswer.APPROVED),
    DISPUTED("4000000000000259", "pm_card_createDispute", "US", BankAnswer.APPROVED, BankAnswer.APPROVED),
    NOT_RECEIVED(
            "4000000000002685",
            "pm_card_createDisputeProductNotReceived",
            "US",
            BankAnswer.APPROVED,
            BankAnswer.APPROVED),
    INQUIRED("4000000000001976", "pm_card_createDisputeInquiry", "US", BankAnswer.APPROVED, BankAnswer.APPROVED),
    REFUND_PENDS("4000000000007726", "pm_card_pendingRefund", "US", BankAnswer.APPROVED, BankAnswer.APPROVED),
    REFUND_FAILS("4000000000005126", "pm_card_refundFail", "US", BankAnswer.APPROVED, BankAnswer.APPROVED),
    INDIAN("4000003560000008", "pm_card_in", "IN", BankAnswer.APPROVED, BankAnswer.APPROVED),
    /** Its owner confirms the e-mandate, and every debit under it comes. */
    INDIAN_MANDATE("4000003560000123", null, "IN", BankAnswer.ASKS_THE_OWNER, BankAnswer.APPROVED),
    /** Its owner cancels the e-mandate when the notice of a debit comes. */
    INDIAN_OPTS_OUT("4000003560000297", null, "IN", BankAnswer.ASKS_THE_OWNER, BankAnswer.APPROVED),
    /** Its bank refuses the debit that was announced. */
    INDIAN_REFUSED("4000003560000248", null, "IN", BankAnswer.ASKS_THE_OWNER, BankAnswer.APPROVED),
    /** A payment in the reader's own bank app, of which the answer comes later: https://docs.stripe.com/payments/upi */
    UPI("success@masthead", null, "IN", BankAnswer.ANSWERS_LATER, BankAnswer.ANSWERS_LATER),
    UPI_FAILS("failure@masthead", null, "IN", BankAnswer.ANSWERS_LATER, BankAnswer.ANSWERS_LATER);

    private final String number;
    private final String token;
    private final String country;
    private final BankAnswer inPerson;
    private final BankAnswer later;

    TestMethod(String number, String token, String country, BankAnswer inPerson, BankAnswer later) {
        this.number = number;
        this.token = token;
        this.country = country;
        this.inPerson = inPerson;
        this.later = later;
    }

    /** Which of them a kept payment method is. */
    static TestMethod of(JsonNode method) {
        return Arrays.stream(values()).filter(one -> one.is(method)).findFirst().orElseThrow();
    }

    private boolean is(JsonNode method) {
        return isUpi() ? Json.is(method.path("upi"), "vpa", number) : Json.is(method.path("card"), "last4", last4());
    }

    /** By its {@code pm_card_...}. */
    static Optional<TestMethod> ofToken(String token) {
        return Arrays.stream(values()).filter(one -> token.equals(one.token)).findFirst();
    }

    static Optional<TestMethod> ofNumber(String number) {
        return Arrays.stream(values()).filter(one -> one.number.equals(number)).findFirst();
    }

    /** By what the hosted page calls it: {@code fails-at-renewal}. */
    static Optional<TestMethod> ofWord(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String last4() {
        return number.substring(number.length() - 4);
    }

    boolean isUpi() {
        return number.contains("@");
    }

    /** As in {@code payment_method.type}. */
    String type() {
        return isUpi() ? "upi" : "card";
    }

    /** What a payment method tells of itself below its type. */
    ObjectNode details(Contract contract) {
        return isUpi()
                ? Json.object().put("vpa", number)
                : contract.blank("PaymentMethod.Card")
                        .put("brand", "visa")
                        .put("country", country)
                        .put("display_brand", "visa")
                        .put("exp_month", 12)
                        .put("exp_year", 2099)
                        .put("funding", "credit")
                        .put("last4", last4());
    }

    /** @param onSession whether the reader is there */
    BankAnswer answer(boolean onSession) {
        return onSession ? inPerson : later;
    }

    /** The last word, where the first one was that it takes time or that the owner is asked. */
    BankAnswer finalAnswer() {
        return this == UPI_FAILS ? BankAnswer.NOT_PAID : BankAnswer.APPROVED;
    }
}
