package news.masthead.wire;

import static io.restassured.RestAssured.when;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import news.masthead.SiteTest;
import news.masthead.given.GivenItem;
import news.masthead.values.Publication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SiteTest
class SilenceTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration EIGHT_WEEKS = Duration.ofDays(57);

    @Inject
    SilentAgencies silentAgencies;

    @Inject
    Silence.Repository silences;

    @Inject
    AgencyHealth health;

    @Inject
    WireFile.Repository files;

    @Inject
    Publication publication;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private final String agency = "quiet-" + UUID.randomUUID();

    private ZonedDateTime noon;
    private String file;

    @BeforeEach
    void a_file_for_all_items() {
        noon = clock.instant().atZone(publication.zone()).with(LocalTime.NOON);
        Delivery delivery = new Delivery(agency.getBytes(StandardCharsets.UTF_8), "", "push", "");
        file = files.keep(agency, delivery, noon.toInstant().minus(EIGHT_WEEKS))
                .id
                .hash();
        files.read(new WireFile.Id(agency, file), noon.toInstant());
    }

    @AfterEach
    void no_item_is_left() throws SQLException {
        run("delete from wire_item where source = ?", agency);
        run("delete from wire_silence where source = ?", agency);
    }

    @Test
    void an_agency_that_is_silent_for_longer_than_usual_raises_one_alert_that_its_next_item_ends() throws SQLException {
        arriveEvery(TEN_MINUTES, at(EIGHT_WEEKS), at(Duration.ZERO));

        assertFalse(isSilentAt(noon.plusMinutes(59)));
        assertTrue(isSilentAt(noon.plusMinutes(61)));
        assertTrue(isSilentAt(noon.plusMinutes(90)));
        assertEquals(1, silences.count("source", agency));

        arriveEvery(TEN_MINUTES, noon.plusMinutes(100), noon.plusMinutes(100));
        assertFalse(isSilentAt(noon.plusMinutes(101)));
        silences.getEntityManager().clear();
        Silence over = silences.find("source", agency).firstResult();
        assertEquals(noon.plusMinutes(100).toInstant(), over.endedAt);
        assertEquals(noon.toInstant(), over.lastArrival);
    }

    @Test
    void at_night_it_may_sleep_and_in_the_morning_it_is_missed() throws SQLException {
        for (int day = 1; day <= 60; day++) {
            ZonedDateTime morning = noon.minusDays(day).with(LocalTime.of(6, 0));
            arriveEvery(TEN_MINUTES, morning, morning.plusHours(16));
        }

        assertFalse(isSilentAt(noon.with(LocalTime.of(3, 0))));
        assertFalse(isSilentAt(noon.with(LocalTime.of(6, 5))));
        assertTrue(isSilentAt(noon.with(LocalTime.of(7, 0))));
    }

    @Test
    void an_hour_of_the_week_is_measured_by_the_same_hour_of_other_weeks() throws SQLException {
        for (int week = 1; week <= 8; week++) {
            ZonedDateTime day = noon.minusWeeks(week);
            arriveEvery(Duration.ofHours(3), day.minusDays(1), day.plusDays(1));
            arriveEvery(TEN_MINUTES, day.plusDays(1), day.plusDays(5));
        }
        arriveEvery(TEN_MINUTES, noon, noon);

        assertEquals(Duration.ofHours(6), alarmAfter(noon));
        assertEquals(Duration.ofHours(1), alarmAfter(noon.plusDays(3)));
    }

    @Test
    void one_outage_teaches_nothing() throws SQLException {
        arriveEvery(TEN_MINUTES, at(EIGHT_WEEKS), noon.minusWeeks(3).minusDays(2));
        arriveEvery(TEN_MINUTES, noon.minusWeeks(3).plusDays(2), noon);

        assertEquals(Duration.ofHours(1), alarmAfter(noon));
    }

    @Test
    void while_nothing_is_learned_it_is_missed_after_a_day_and_never_if_it_never_sent_anything() throws SQLException {
        assertFalse(isSilentAt(noon));
        arriveEvery(TEN_MINUTES, noon.minusDays(3), noon);

        assertFalse(isSilentAt(noon.plusHours(23)));
        assertTrue(isSilentAt(noon.plusHours(25)));
    }

    @Test
    void a_fixed_figure_wins_over_what_was_learned() throws SQLException {
        arriveEvery(TEN_MINUTES, at(EIGHT_WEEKS), noon);
        Optional<Duration> fixed = Optional.of(Duration.ofHours(5));

        silentAgencies.listen(agency, fixed, noon.plusHours(4).toInstant());
        assertTrue(silences.of(agency).isEmpty());
        silentAgencies.listen(agency, fixed, noon.plusHours(6).toInstant());
        assertTrue(silences.of(agency).isPresent());
    }

    @Test
    void a_file_that_cannot_be_read_is_no_sign_of_life() throws SQLException {
        arriveEvery(TEN_MINUTES, at(EIGHT_WEEKS), noon);
        run(
                "insert into wire_item (source, guid, version, content_hash, file_hash, kind, standing, reason, headline, received_at, made_at)"
                        + " values (?, 'garbage', '', '', '" + file
                        + "', 'UNREADABLE', 'QUARANTINED', '', '', ?::timestamptz, now())",
                agency,
                noon.plusMinutes(50).toInstant().toString());

        assertTrue(isSilentAt(noon.plusMinutes(61)));
    }

    @Test
    void nobody_waits_for_an_agency_without_a_contract() throws SQLException {
        arriveEvery(TEN_MINUTES, at(EIGHT_WEEKS), noon);
        assertTrue(isSilentAt(noon.plusHours(2)));

        silentAgencies.forgetStrangers(noon.plusHours(3).toInstant());

        assertTrue(silences.of(agency).isEmpty());
    }

    @Test
    void the_desk_is_told_what_came_how_and_where_it_ended() {
        GivenItem item = anItem();
        Instant before = clock.instant();
        push(item.file(), 202);
        push(item.file() + "\n", 202);
        push("garbage " + item.guid(), 422);
        RestAssured.given().body("x").post("/wire/meridian").then().statusCode(401);

        AgencyHealth.Health meridian = health.all().stream()
                .filter(one -> one.source().equals("meridian"))
                .findFirst()
                .orElseThrow();

        assertFalse(meridian.lastArrival().orElseThrow().isBefore(before));
        assertTrue(meridian.lastDay().get("accepted") >= 1, meridian.toString());
        assertTrue(meridian.lastDay().get("duplicate") >= 1, meridian.toString());
        assertTrue(meridian.lastDay().get("quarantined") >= 1, meridian.toString());
        assertEquals(Duration.ofDays(1), meridian.alarmAfter());
        assertTrue(meridian.silentSince().isEmpty());
        AgencyHealth.Way push = meridian.ways().stream()
                .filter(way -> way.kind() == Transports.Kind.PUSH)
                .findFirst()
                .orElseThrow();
        assertTrue(push.fails());
        assertEquals("A push was refused: The bearer token is missing or wrong.", push.error());
    }

    @Test
    void the_operator_sees_it_in_the_metrics() throws SQLException {
        push(anItem().file(), 202);

        when().get("/q/metrics")
                .then()
                .body(containsString("masthead_wire_seconds_since_last{source=\"meridian\"}"))
                .body(containsString("masthead_wire_silent{source=\"meridian\"} 0.0"));
    }

    private void push(String body, int status) {
        RestAssured.given()
                .header("Authorization", "Bearer local-meridian")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/wire/meridian")
                .then()
                .statusCode(status);
    }

    private ZonedDateTime at(Duration ago) {
        return noon.toInstant().minus(ago).atZone(ZoneOffset.UTC);
    }

    private boolean isSilentAt(ZonedDateTime now) {
        silentAgencies.listen(agency, Optional.empty(), now.toInstant());
        return silences.of(agency).isPresent();
    }

    private Duration alarmAfter(ZonedDateTime now) {
        return silentAgencies.alarmAfter(agency, Optional.empty(), now.toInstant());
    }

    /** Items that nobody will look at, at both ends too. */
    private void arriveEvery(Duration pause, ZonedDateTime from, ZonedDateTime until) throws SQLException {
        run(
                "insert into wire_item (source, guid, version, content_hash, file_hash, kind, standing, reason, headline, received_at, made_at, copy)"
                        + " select ?, at::text, '', '', '" + file + "', 'ADVISORY', 'IGNORED', '', '', at, at, '{}'"
                        + " from generate_series(?::timestamptz, ?::timestamptz, ?::interval) at on conflict do nothing",
                agency,
                from.toInstant().toString(),
                until.toInstant().toString(),
                pause.toString());
    }

    private void run(String sql, String... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
