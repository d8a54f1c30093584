package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediaTopicsTest {

    @Test
    void a_topic_is_itself_and_every_topic_above_it() {
        assertEquals(
                List.of("medtop:20000012", "medtop:20000011", "medtop:20000002", "medtop:01000000"),
                MediaTopics.lineage("medtop:20000012"));
    }

    @Test
    void a_subject_code_is_the_topic_it_became() {
        assertEquals(
                List.of("subj:01007001", "medtop:20000012", "medtop:20000011", "medtop:20000002", "medtop:01000000"),
                MediaTopics.lineage("subj:01007001"));
        assertEquals("medtop:20000012", MediaTopics.lineage("sttsubj:01007001").get(1));
    }

    @Test
    void a_subject_code_that_became_none_stands_for_the_one_above_it() {
        assertEquals("medtop:20000011", MediaTopics.lineage("subj:01007999").get(1));
        assertEquals(List.of("subj:04999999", "medtop:04000000"), MediaTopics.lineage("subj:04999999"));
    }

    @Test
    void where_a_retired_topic_and_a_living_one_share_a_subject_code_the_living_one_is_meant() {
        assertEquals("medtop:20000062", MediaTopics.lineage("subj:16009000").get(1));
    }

    @Test
    void retired_topics_stay_readable() {
        assertEquals(
                new WireCopy.Subject("medtop:20000109", "court administration"),
                MediaTopics.named(new WireCopy.Subject("medtop:20000109", "")));
        assertEquals("medtop:02000000", MediaTopics.lineage("medtop:20000109").getLast());
    }

    @Test
    void the_agency_s_own_name_for_a_subject_stays_and_other_schemes_are_only_themselves() {
        WireCopy.Subject own = new WireCopy.Subject("medtop:20000012", "Schmuck");

        assertEquals(own, MediaTopics.named(own));
        assertEquals(List.of("apadesk:CI"), MediaTopics.lineage("apadesk:CI"));
        assertEquals(List.of("medtop:99"), MediaTopics.lineage("medtop:99"));
        assertEquals(List.of(""), MediaTopics.lineage(""));
    }

    @Test
    void an_item_with_subject_codes_only_names_them() {
        WireCopy story = Reading.only("newsml-1.2-story.xml", Reading.AFP);

        assertEquals(
                new WireCopy.Subject("subj:04015000", "transport"),
                story.subjects().getFirst());
    }
}
