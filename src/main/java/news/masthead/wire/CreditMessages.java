package news.masthead.wire;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words that stand beside wire copy in the paper. */
@MessageBundle("credit")
interface CreditMessages {

    @Message("With inputs from {agency}")
    String withInputsFrom(String agency);

    @Message(
            "(Only the headline and picture of this report may have been reworked by {publication} staff; the rest of the content is auto-generated from a syndicated feed.)")
    String reframed(String publication);
}
