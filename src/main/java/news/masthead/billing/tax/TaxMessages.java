package news.masthead.billing.tax;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of tax invoices and credit notes, and of the pages about them. */
@MessageBundle("tax")
interface TaxMessages {

    @Message("Tax invoice")
    String invoice();

    @Message("Credit note")
    String creditNote();

    @Message("Sold by")
    String seller();

    @Message("Billed to")
    String buyer();

    @Message("GSTIN {gstin}")
    String gstin(String gstin);

    @Message("Not registered for GST")
    String notRegistered();

    @Message("Number")
    String number();

    @Message("Date of issue")
    String issued();

    @Message("Paid on")
    String paidOn();

    @Message("Credits invoice")
    String credits();

    @Message("Place of supply")
    String placeOfSupply();

    @Message("Reverse charge")
    String reverseCharge();

    @Message("No")
    String no();

    @Message("Payment reference")
    String reference();

    @Message("Description")
    String description();

    @Message("SAC")
    String code();

    @Message("Taxable value")
    String taxable();

    @Message("Tax")
    String tax();

    @Message("Amount")
    String amount();

    @Message("{from} to {until}")
    String span(String from, String until);

    @Message("Total, tax included")
    String total();

    @Message("Credited, tax included")
    String totalCredited();

    @Message("Issued electronically under section 31 of the CGST Act, 2017. The price includes the tax shown.")
    String invoiceFoot();

    @Message(
            "Issued electronically under section 34 of the CGST Act, 2017. It takes back what is shown of the invoice named above.")
    String creditNoteFoot();

    @Message("Invoices")
    String pageHeading();

    @Message(
            "Every payment has its tax invoice here, as a PDF that never changes. Money that went back to you has a credit note.")
    String pageWords();

    @Message("You have no invoices yet. After a payment the invoice is here within a minute.")
    String none();

    @Message("Credit note for {invoice}")
    String creditNoteFor(String invoice);

    @Message("of which {amount} tax")
    String ofWhichTax(String amount);

    @Message("PDF")
    String download();

    @Message("Your invoice details")
    String detailsHeading();

    @Message(
            "Your state decides which tax an invoice shows, not what you pay. Changes count from your next invoice on; those already issued stay as they are.")
    String detailsWords();

    @Message("Name")
    String name();

    @Message("As it is to stand on the invoice: yours, or your firm’s.")
    String nameHint();

    @Message("Address")
    String address();

    @Message("Only needed with a GSTIN.")
    String addressHint();

    @Message("State")
    String state();

    @Message("Choose your state")
    String chooseState();

    @Message("GSTIN")
    String gstinField();

    @Message("Only if you buy for a firm that is registered for GST. 15 letters and digits.")
    String gstinHint();

    @Message("Save details")
    String save();

    @Message("Your details are saved. They stand on your next invoice.")
    String saved();

    @Message("Not saved yet. Please look at what is marked below.")
    String notSaved();

    @Message("Enter a name.")
    String nameMissing();

    @Message("This is too long. {most} letters are the most.")
    String tooLong(int most);

    @Message("We can only print Latin letters. Please write it in those.")
    String notPrinted();

    @Message("Choose your state from the list.")
    String stateMissing();

    @Message(
            "This is no GSTIN: 15 letters and digits whose last one fits the others. Please check it, or leave it empty.")
    String gstinWrong();

    @Message("This GSTIN is registered in {state}. Choose that state, or check the number.")
    String gstinElsewhere(String state);

    @Message("An invoice with a GSTIN needs an address.")
    String addressMissing();

    @Message("Back to your plan")
    String toPlan();
}
