package news.masthead.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the JSON door says to editors' tools. */
@MessageBundle("tool")
interface ToolMessages {

    /** Who made a change, in a story's history. */
    @Message("An editor’s tool")
    String who();

    @Message("The bearer token is missing or wrong.")
    String unproved();

    @Message("The body is larger than 1 MB.")
    String tooLarge();

    @Message("The body is no JSON object: {why}")
    String noJson(String why);

    @Message("There is no such field here.")
    String unknownField();

    @Message("This must be a text.")
    String notText();

    @Message("This text holds characters that cannot be printed.")
    String unprintable();

    @Message("This must be a whole number.")
    String notNumber();

    @Message("This must be a list of texts.")
    String notTexts();

    @Message("There is no agency \"{source}\" with a contract here.")
    String unknownSource(String source);

    @Message("This story’s source is \"{source}\", and that cannot change.")
    String otherSource(String source);

    @Message("There is no story with this number.")
    String unknownStory();

    @Message("This story was killed or is withheld; its words cannot be replaced.")
    String outOfThePaper();

    @Message("This story stands at version {version} now, which is not the one that If-Match names.")
    String outdated(int version);

    @Message("An Idempotency-Key is 1 to 200 printable ASCII characters.")
    String unfitKey();

    @Message("This Idempotency-Key was used for another request.")
    String usedKey();

    @Message("This story has been withdrawn.")
    String withdrawn();

    @Message("Killed by an editor’s tool.")
    String killed();
}
