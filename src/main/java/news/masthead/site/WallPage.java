package news.masthead.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;

/**
 * A story that the gate withholds: its public part, why it stops there, and the ways on. No body is in reach of this page.
 *
 * @param opening the safe HTML of the public paragraphs; may be empty
 */
@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record WallPage(Chrome chrome, StoryHead head, RawString opening, Wall wall, List<Teaser> more)
        implements TemplateInstance {

    /** What stands in the way. */
    enum Kind {
        PREMIUM,
        METER,
        REGISTRATION,
        CONFIRM_EMAIL,
        CLOSED
    }

    /**
     * @param sentence why the story stops here
     * @param gift that the gift link does not open, in a sentence; empty for who came by none
     * @param resets the day on which free stories start again, in words; empty where no one day is everybody's
     * @param plans the address of the plans page that comes back to this story
     * @param login where to log in and come back; empty for a reader who is logged in
     * @param signUp where to make an account that has more free stories; empty where that would not open this story
     * @param confirm where to confirm the account's address and come back; empty where that would not open this story
     * @param registeredLimit how many free stories such an account has
     */
    record Wall(
            Kind kind,
            String sentence,
            String gift,
            String resets,
            List<Offer> offers,
            String plans,
            String login,
            String signUp,
            String confirm,
            int registeredLimit) {

        public boolean isPremium() {
            return kind == Kind.PREMIUM;
        }

        public boolean isMeter() {
            return kind == Kind.METER;
        }

        public boolean isRegistration() {
            return kind == Kind.REGISTRATION;
        }

        public boolean isConfirmEmail() {
            return kind == Kind.CONFIRM_EMAIL;
        }
    }

    /** A plan in three lines. Amounts are already written out with their currency. */
    record Offer(String name, String total, String period, String perMonth, String href) {}
}
