package news.masthead.desk;

import java.util.List;

/**
 * The form of a policy, with what was typed and what is wrong with it.
 *
 * @param seen number of the newest version when the form was opened
 * @param window {@code month} or {@code days}
 * @param when {@code now} or {@code later}
 * @param topics slugs of the paper's topics
 * @param zone the paper's
 */
record PolicyForm(
        String action,
        String seen,
        String window,
        StoryForm.Field windowField,
        StoryForm.Field days,
        StoryForm.Field anonymous,
        StoryForm.Field registered,
        boolean verified,
        List<AllowanceRow> allowances,
        List<RuleRow> rules,
        StoryForm.Field safety,
        List<String> topics,
        List<RightRow> rights,
        String when,
        StoryForm.Field whenField,
        StoryForm.Field from,
        String zone,
        StoryForm.Field note) {

    /** A field of a row; the error is empty when nothing is wrong. */
    record Box(String name, String value, String error) {}

    /** A field of a row that takes one of several values. */
    record Select(String name, List<StoryForm.Choice> choices, String error) {}

    /** What a section's own meter allows. */
    record AllowanceRow(Select section, Box anonymous, Box registered) {}

    /**
     * Which stories have which class.
     *
     * @param number from 1
     * @param up what the button says that moves it up; empty for the first
     */
    record RuleRow(int number, Select section, Box topic, Select source, Box older, Box before, Select as, String up) {}

    /** How far back a plan reads. */
    record RightRow(Select plan, Box since) {}
}
