package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.masthead.wire.format.Verdict.Action;
import news.masthead.wire.format.Verdict.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    private static final Instant NOON = Instant.parse("2026-08-12T12:00:00Z");
    private static final Dialect INDIAN = Reading.MERIDIAN;

    @Test
    void a_story_with_words_and_a_headline_is_publishable() {
        assertEquals(Action.PUBLISHABLE, verdict(draft -> {}).action());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stat:embargoed", "stat:spiked"})
    void a_status_that_gives_no_leave_holds(String status) {
        Verdict held = verdict(draft -> draft.status = PubStatus.of(status));

        assertEquals(Action.HOLD, held.action());
        assertTrue(held.isHeldBy(Cause.AGENCY));
    }

    @Test
    void an_embargo_holds_to_its_instant_and_not_longer() {
        Consumer<Draft> embargoed = draft -> draft.embargo = WireTime.of("2026-08-12T17:30:01+05:30", ZoneOffset.UTC);

        assertEquals(
                List.of("The agency's embargo ends at 2026-08-12T12:00:01Z."),
                verdict(embargoed).reasons());
        assertEquals(
                Action.PUBLISHABLE,
                Verdict.of(message(embargoed), NOON.plusSeconds(1)).action());
    }

    @Test
    void the_status_embargoed_with_a_time_ends_with_that_time() {
        Verdict verdict = verdict(draft -> {
            draft.status = PubStatus.EMBARGOED;
            draft.embargo = WireTime.of("2026-08-12T11:00:00Z", ZoneOffset.UTC);
        });

        assertEquals(Action.PUBLISHABLE, verdict.action());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EDS: EMBARGOED. NOT FOR PUBLICATION, BROADCAST OR ONLINE USE BEFORE 1730 HOURS IST ON AUG 13 | 2026-08-13T12:00:00Z
            Not for public release until 12noon GMT Friday                        | 2026-08-14T12:00:00Z
            EMBARGOED UNTIL 6:00 PM IST, AUGUST 13, 2026                          | 2026-08-13T12:30:00Z
            Strictly embargoed till Aug 13, 5.30 p.m. (IST)                       | 2026-08-13T12:00:00Z
            Embargo: 00:01 GMT, Thursday                                          | 2026-08-13T00:01:00Z
            HOLD FOR RELEASE until 9 a.m. EDT on the 1st of September             | 2026-09-01T13:00:00Z
            EMBARGOED until 10 a.m. ET tomorrow                                   | 2026-08-13T14:00:00Z
            EMBARGOED UNTIL 1730 HRS IST (1230 GMT) ON AUG 13                     | 2026-08-13T12:30:00Z
            Under embargo until 2026-08-13T17:30:00+05:30                         | 2026-08-13T12:00:00Z
            Embargoed until midnight GMT August 13                                | 2026-08-14T00:00:00Z
            EMBARGOED UNTIL 0900 HOURS IST                                        | 2026-08-13T03:30:00Z
            Embargoed until 1730 IST Aug 11                                       | 2026-08-11T12:00:00Z
            Embargoed until 0600 IST Jan 2                                        | 2027-01-02T00:30:00Z
            Embargoed until 9 a.m. ET, Oct 31, 2026                               | 2026-10-31T13:00:00Z
            Embargoed until 9 a.m. ET, Nov 2, 2026                                | 2026-11-02T14:00:00Z
            Embargoed until 1.30 a.m. ET, Nov 1, 2026                             | 2026-11-01T06:30:00Z
            Embargoed until 2.30 a.m. ET, March 14, 2027                          | 2027-03-14T07:30:00Z
            """)
    void an_embargo_in_a_note_to_editors_is_read(String note, Instant until) {
        assertEquals(
                Optional.of(until), verdict(draft -> draft.edNotes.add(note)).embargo());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMBARGOED: GDP FORECAST",
                "Embargoed to 0001 Friday September 9",
                "Sperrfrist der Meldung bis heute Abend (23.01.), 19.00 Uhr.",
                "EMBARGOED UNTIL 5 PM IST ON 03/04/2026",
                "EMBARGOED UNTIL 31:75 IST",
                "EMBARGOED UNTIL 1730 HOURS IST ON FEB 30",
                "sous embargo jusqu'à 19h"
            })
    void an_embargo_that_nobody_can_read_for_certain_holds_until_the_agency_says_more(String note) {
        Verdict held = verdict(draft -> draft.edNotes.add(note));

        assertEquals(Action.HOLD, held.action());
        assertTrue(held.isHeldBy(Cause.AGENCY), held.toString());
        assertEquals(Optional.empty(), held.embargo());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The embargo has been lifted.",
                "EMBARGO LIFTED",
                "Eds: UPDATES with vote on oil embargo",
                "Pictures to follow before 1730 HOURS IST"
            })
    void a_note_that_sets_no_embargo_holds_nothing(String note) {
        assertEquals(
                Action.PUBLISHABLE, verdict(draft -> draft.edNotes.add(note)).action());
    }

    @Test
    void prose_holds_longer_than_the_field_and_never_shorter() {
        Consumer<Draft> field = draft -> draft.embargo = WireTime.of("2026-08-13T12:00:00Z", ZoneOffset.UTC);

        assertEquals(
                Optional.of(Instant.parse("2026-08-13T12:00:00Z")),
                verdict(field.andThen(draft -> draft.edNotes.add("EMBARGOED UNTIL 1200 GMT")))
                        .embargo());
        assertEquals(
                Optional.of(Instant.parse("2026-08-13T18:00:00Z")),
                verdict(field.andThen(draft -> draft.edNotes.add("EMBARGOED UNTIL 1800 GMT AUG 13")))
                        .embargo());
    }

    @Test
    void a_time_without_a_zone_is_in_the_agency_s_where_that_is_known() {
        WireTime sent = WireTime.of("2026-08-12T12:00:00Z", ZoneOffset.UTC);

        assertEquals(
                Instant.parse("2026-08-13T12:30:00Z"),
                Embargo.in("Embargoed to 1800 hours, August 13", sent, INDIAN)
                        .orElseThrow()
                        .at());
    }

    @Test
    void an_item_without_words_or_headline_is_held_for_the_desk() {
        assertTrue(verdict(draft -> draft.headline = " ").isHeldBy(Cause.HEADLINE));
        assertTrue(verdict(draft -> draft.blocks.clear()).isHeldBy(Cause.KIND));
    }

    @Test
    void an_item_that_has_expired_may_not_be_used_any_more() {
        Consumer<Draft> expiring = draft -> draft.expires = WireTime.of("2026-08-12T12:00:01Z", ZoneOffset.UTC);

        assertEquals(Action.PUBLISHABLE, verdict(expiring).action());
        assertTrue(Verdict.of(message(expiring), NOON.plusSeconds(1)).isHeldBy(Cause.KIND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture", "package", "audio", "event", "planning", "concept", "notice"})
    void what_is_no_text_is_for_editors_only(String type) {
        assertEquals(Action.ADVISORY, verdict(draft -> draft.type = type).action());
    }

    @ParameterizedTest
    @ValueSource(strings = {"edStat:D", "Kill", "editorialtype:Kill", "Elimination"})
    void a_signal_to_kill_kills_whatever_the_status_says(String signal) {
        assertEquals(
                Action.KILL, verdict(draft -> draft.signals = List.of(signal)).action());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HoldForRelease", "Disregard", "Withhold"})
    void a_signal_to_hold_holds(String signal) {
        assertEquals(
                Action.HOLD, verdict(draft -> draft.signals = List.of(signal)).action());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1st Ld-Writethru, REPLACES, 1
            3rdLd-Writethru,  REPLACES, 3
            Second Lead,      REPLACES, 2
            LEAD 2,           REPLACES, 2
            Lead-all,         REPLACES, 0
            1st Add,          APPENDS,  1
            Add 2,            APPENDS,  2
            EXTRA,            WHOLE,    0
            """)
    void a_take_is_read_from_the_agency_s_word(String key, Take.Kind kind, int number) {
        assertEquals(
                new Take(kind, number),
                Take.of(message(draft -> draft.takeKey = key).copy()));
    }

    @Test
    void a_take_is_read_from_slugline_and_editorial_type_too() {
        assertEquals(
                new Take(Take.Kind.REPLACES, 8),
                Take.of(message(draft -> draft.slugline = "BC-US--Protests, 8th Ld-Writethru")
                        .copy()));
        assertEquals(
                new Take(Take.Kind.APPENDS, 0),
                Take.of(message(draft -> draft.signals = List.of("Takes")).copy()));
        assertTrue(Take.of(message(draft -> draft.slugline = "LEAD-PRICES/").copy())
                .isWhole());
        assertFalse(message(draft -> draft.signals = List.of("Clarification")) instanceof WireMessage.Filed);
    }

    private static Verdict verdict(Consumer<Draft> change) {
        return Verdict.of(message(change), NOON);
    }

    private static WireMessage message(Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.guid = "urn:test:1";
        draft.headline = "Siding opens";
        draft.blocks.add("<p>The first paragraph.</p>");
        draft.versionCreated = WireTime.of("2026-08-12T12:00:00Z", ZoneOffset.UTC);
        change.accept(draft);
        return WireMessage.of(draft.done(INDIAN));
    }
}
