package news.masthead.ops;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of payouts and of tax. */
@MessageBundle("books")
interface BookMessages {

    @Message("Tax")
    String tax();

    @Message(
            "GST by state and rate, from the tax invoices and credit notes issued this month and the last. What credit notes take back is negative. The file has all months.")
    String taxWords();

    @Message("No tax invoice was issued in these months. They begin when the publisher’s GSTIN is configured.")
    String noTax();

    @Message("Tax by month, state and rate")
    String taxSheet();

    @Message("Financial year")
    String taxYear();

    @Message("Paper")
    String taxPaper();

    @Message("Invoices")
    String invoice();

    @Message("Credit notes")
    String creditNote();

    @Message("Place of supply")
    String taxState();

    @Message("Rate")
    String taxRate();

    @Message("Papers")
    String taxPapers();

    @Message("Taxable value")
    String taxable();

    @Message("CGST")
    String central();

    @Message("SGST or UTGST")
    String ofState();

    @Message("IGST")
    String integrated();

    @Message("With tax")
    String taxTotal();

    @Message("Payouts")
    String payouts();

    @Message(
            "What Stripe sent to the bank in the last {days} days, against the charges, refunds, disputes and fees that it says each payout is made of. Asked for every night.")
    String payoutsWords(int days);

    @Message("Stripe has told of no payout in these days.")
    String noPayouts();

    @Message("Payouts, the newest first")
    String payoutsSheet();

    @Message("Day")
    String day();

    @Message("Payout")
    String payout();

    @Message("Charges")
    String charges();

    @Message("Back to readers")
    String backToReaders();

    @Message("Fees")
    String fees();

    @Message("Sent")
    String sent();

    @Message("Off by")
    String offBy();

    @Message("Entries")
    String entries();

    @Message("Without an invoice")
    String unmatched();

    @Message(
            "{#if count is 1}The payout adds up{#else}All {shown} payouts add up{/if}, and every entry has its invoice.")
    String payoutsRight(int count, String shown);

    @Message("{#if count is 1}One payout does not add up.{#else}{shown} payouts do not add up.{/if}")
    String payoutsOff(int count, String shown);

    @Message("{#if count is 1}One entry has no invoice of ours.{#else}{shown} entries have no invoice of ours.{/if}")
    String payoutsUnmatched(int count, String shown);

    @Message("Look there first.")
    String payoutsLook();
}
