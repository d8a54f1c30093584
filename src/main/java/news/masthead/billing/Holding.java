package news.masthead.billing;

import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.Subscription;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All that Stripe holds of one subscription, as it answered at one look.
 *
 * @param invoices of every status, each with all its lines and its payments
 * @param payments those that the invoices name, each with its latest charge and that charge's refunds
 * @param disputes of those payments
 */
record Holding(
        Subscription subscription, List<Invoice> invoices, List<PaymentIntent> payments, List<Dispute> disputes) {

    /** Without the invoices in another currency, whose amounts nobody may take for ours: https://docs.stripe.com/invoicing/multi-currency-customers */
    Holding inOurCurrency() {
        List<Invoice> ours = invoices.stream()
                .filter(invoice -> Catalogue.isOurs(invoice.getCurrency()))
                .toList();
        return new Holding(subscription, ours, payments, disputes);
    }

    List<Invoice> paidInvoices() {
        return invoices.stream()
                .filter(invoice -> "paid".equals(invoice.getStatus()))
                .toList();
    }

    /** The payments by which an invoice was paid; none for one that a coupon made free. */
    List<PaymentIntent> paymentsOf(Invoice invoice) {
        return joined(invoice)
                .filter(joined -> "paid".equals(joined.getStatus()))
                .flatMap(this::payment)
                .toList();
    }

    /** The payments that were to pay an invoice, whatever has become of them. */
    Stream<PaymentIntent> attemptsAt(Invoice invoice) {
        return joined(invoice).flatMap(this::payment);
    }

    static Stream<Refund> refundsOf(PaymentIntent payment) {
        return Stream.ofNullable(payment.getLatestChargeObject())
                .map(Charge::getRefunds)
                .filter(Objects::nonNull)
                .flatMap(refunds -> refunds.getData().stream());
    }

    List<Dispute> disputesOf(PaymentIntent payment) {
        return disputes.stream()
                .filter(dispute -> payment.getId().equals(dispute.getPaymentIntent()))
                .toList();
    }

    private static Stream<InvoicePayment> joined(Invoice invoice) {
        return Stream.ofNullable(invoice.getPayments()).flatMap(joined -> joined.getData().stream());
    }

    private Stream<PaymentIntent> payment(InvoicePayment joined) {
        return payments.stream()
                .filter(payment -> payment.getId().equals(joined.getPayment().getPaymentIntent()));
    }
}
