package news.masthead.desk;

import java.util.List;
import java.util.Map;

/**
 * The form of an agency's profile, with what was typed and what is wrong with it.
 *
 * @param action where it is posted
 * @param isNew whether its id can still be chosen
 * @param mayChange whether this editor may save it
 * @param problems sentences by the name of the field
 * @param sections of the paper
 * @param autoSections of the paper, with those chosen in which it may publish by itself
 */
record AgencyForm(
        String action,
        boolean isNew,
        boolean mayChange,
        AgencyFields typed,
        Map<String, String> problems,
        List<StoryForm.Choice> sections,
        List<StoryForm.Choice> autoSections) {

    /** What stands in a field, and what is wrong with it. */
    public StoryForm.Field field(String field) {
        return new StoryForm.Field(typed.raw(field), problems.getOrDefault(field, ""));
    }

    /** Whether a field has this value. */
    public boolean is(String field, String value) {
        return typed.text(field).equals(value);
    }
}
