package news.masthead.ops;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of complimentary access. */
@MessageBundle("comps")
interface CompMessages {

    @Message("Complimentary access")
    String title();

    @Message("Whoever has it reads everything, as a subscriber does, and pays nothing. It ends by itself.")
    String words();

    @Message("Give access")
    String give();

    @Message("The reader’s e-mail address")
    String email();

    @Message("As in their account. They need one first.")
    String emailHint();

    @Message("Last day")
    String until();

    @Message("They read until midnight at its end, in {zone}.")
    String untilHint(String zone);

    @Message("Reason")
    String reason();

    @Message("Stays on record, with your name.")
    String reasonHint();

    @Message("Type the reader’s e-mail address.")
    String needsEmail();

    @Message("Nobody has an account with this address yet. Ask the reader to log in once; then give access here.")
    String noAccount();

    @Message(
            "The reader has not confirmed this address yet, so the account may be somebody else’s. Ask the reader to do so and to log in again.")
    String notVerified();

    @Message("Several accounts have had this address: {numbers}. Type the number of the one you mean.")
    String several(String numbers);

    @Message("Give the last day, for example 2027-03-31.")
    String needsDay();

    @Message("This day is over. Give today or a later one.")
    String pastDay();

    @Message("Say why, in up to 300 letters.")
    String needsReason();

    @Message("{name} has complimentary access already, until the end of {day}. End that one first to give another.")
    String runsAlready(String name, String day);

    @Message("{name} reads everything until the end of {day}.")
    String given(String name, String day);

    @Message("{name}’s complimentary access has ended.")
    String ended(String name);

    @Message("Running")
    String running();

    @Message("Nobody has complimentary access.")
    String none();

    @Message("Over")
    String over();

    @Message("Until the end of {day}")
    String untilDay(String day);

    @Message("{from} to {day}")
    String span(String from, String day);

    @Message("Given by {name}")
    String givenBy(String name);

    @Message("Ended by {name} on {day}")
    String endedBy(String name, String day);

    @Message("Account {number}")
    String account(long number);

    @Message("End now")
    String end();

    @Message("{name} then reads what everybody reads, from the next page on.")
    String endWords(String name);

    @Message("Yes, end it")
    String endNow();

    @Message("Pages")
    String pages();
}
