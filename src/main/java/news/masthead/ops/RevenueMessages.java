package news.masthead.ops;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the publisher's figures. */
@MessageBundle("revenue")
interface RevenueMessages {

    @Message("Nothing yet.")
    String noRows();

    @Message("Revenue")
    String title();

    @Message(
            "As of {moment}. Months are those of {zone}; amounts are what readers paid, tax included, unless it is said otherwise.")
    String asOf(String moment, String zone);

    @Message("Download as CSV")
    String download();

    @Message("Month")
    String month();

    @Message("Monthly recurring revenue")
    String mrr();

    @Message("{money} of it waits for a payment")
    String mrrWaits(String money);

    @Message("Active subscribers")
    String active();

    @Message("{count} of them in grace")
    String activeWaits(String count);

    @Message("New this month")
    String joined();

    @Message("and {count} who came back")
    String andReturned(String count);

    @Message("Churn in {month}")
    String churnIn(String month);

    @Message("{left} left, {lapsed} lost to payment")
    String churnOf(String left, String lapsed);

    @Message("Recovered payments")
    String recovered();

    @Message("{came} of {due}, in twelve months")
    String recoveredOf(String came, String due);

    @Message("Deferred revenue")
    String deferred();

    @Message("paid for, and still to be delivered")
    String deferredNote();

    @Message("Subscribers")
    String subscribers();

    @Message(
            "Who had a plan at the end of each month: the paid time ran, or was over for less than the grace while the renewal was still expected. Complimentary access and plans bought twice by accident are not counted.")
    String subscribersWords();

    @Message("Nobody has bought a plan yet. With the first one that is paid, this page begins to fill.")
    String nobodyYet();

    @Message("In grace")
    String inGrace();

    @Message("All")
    String all();

    @Message("Active subscribers at the end of each month, by plan: {first} in {from}, {last} in {to}.")
    String subscribersSeen(String first, String from, String last, String to);

    @Message("Active subscribers by plan, month by month")
    String subscribersSheet();

    @Message(
            "What was paid for each running term, by the months of that term, so that a two-year plan counts a 24th. Exact, and rounded once: opening and the five movements make closing to the paisa.")
    String mrrWords();

    @Message("Monthly recurring revenue at the end of each month: {first} in {from}, {last} in {to}.")
    String mrrSeen(String first, String from, String last, String to);

    @Message("What moved it: new, reactivated and expanded stand up; contracted and churned hang down.")
    String movementsSeen();

    @Message("At the end of each month, by plan")
    String byPlan();

    @Message("At the end of each month")
    String atTheEnd();

    @Message("Who came, and who went")
    String cameAndWent();

    @Message("By the month in which they were declined")
    String byMonthDeclined();

    @Message("What moved it")
    String movements();

    @Message("Monthly recurring revenue and its movements, month by month")
    String mrrSheet();

    @Message("Opening")
    String opening();

    @Message("New")
    String fresh();

    @Message("Reactivated")
    String reactivated();

    @Message("Expansion")
    String expansion();

    @Message("Contraction")
    String contraction();

    @Message("Churned")
    String churned();

    @Message("Closing")
    String closing();

    @Message("Comings and goings")
    String churn();

    @Message(
            "Voluntary: the reader ended or paused it, or had the money back. Involuntary: the payment did not come, or a bank took it back. The rate is of those who were there when the month began.")
    String churnWords();

    @Message("Subscribers who came, above the line, and who went, below it, in each month.")
    String churnSeen();

    @Message("Comings and goings, month by month")
    String churnSheet();

    @Message("At the beginning")
    String before();

    @Message("Returned")
    String returned();

    @Message("Left")
    String left();

    @Message("Payment failed")
    String lapsed();

    @Message("Disputed")
    String disputed();

    @Message("At the end")
    String after();

    @Message("Churn rate")
    String churnRate();

    @Message("Declined renewals")
    String recovery();

    @Message("Renewals whose first attempt failed, by the month in which it did, and what has become of them since.")
    String recoveryWords();

    @Message("No renewal has ever been declined.")
    String neverDeclined();

    @Message("Renewals declined in each month: recovered since, and not.")
    String recoverySeen();

    @Message("Declined renewals, month by month")
    String recoverySheet();

    @Message("Declined")
    String declined();

    @Message("Due")
    String due();

    @Message("Paid since")
    String paidSince();

    @Message("Not paid")
    String notPaid();

    @Message("Came in")
    String came();

    @Message("Of those")
    String share();

    @Message("Of the money")
    String moneyShare();

    @Message("Days until paid")
    String days();

    @Message(
            "What readers have paid for and not yet received, without the tax that their invoices show. Each term is earned day by day. A refund takes what is not earned yet; what of it had been earned is shown apart. Months to come show what is paid for so far.")
    String deferredWords();

    @Message("Nothing has been paid yet.")
    String nothingPaid();

    @Message("Deferred revenue at the end of each month, those to come in a lighter tone: {now} at the end of {month}.")
    String deferredSeen(String now, String month);

    @Message("Deferred revenue, month by month")
    String deferredSheet();

    @Message("Billed")
    String billed();

    @Message("Earned")
    String earned();

    @Message("Reversed")
    String reversed();

    @Message("Back of what was earned")
    String backOfEarned();
}
