package news.masthead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FootingTest {
    private static final Set<Backing> ALL = EnumSet.allOf(Backing.class);

    private static final Map<String, String> PRODUCTION = Map.of(
            "masthead.url", "https://news.example",
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example/masthead",
            "quarkus.oidc.auth-server-url", "https://login.example/realms/masthead",
            "quarkus.oidc.client-id", "masthead",
            "quarkus.oidc.credentials.secret", "s",
            "masthead.stripe.api-key", "rk_live_x",
            "masthead.stripe.webhook-secret", "whsec_x",
            "masthead.mail.host", "smtp.example");

    @Test
    void nothing_configured_is_local_mode_on_stand_ins_alone() {
        var footing = footing(Map.of());

        assertEquals(new Footing(ALL, List.of()), footing);
        assertEquals(Optional.of("local"), footing.profile());
    }

    @Test
    void everything_configured_is_production_without_a_stand_in() {
        var footing = footing(PRODUCTION);

        assertEquals(new Footing(Set.of(), List.of()), footing);
        assertEquals(Optional.empty(), footing.profile());
    }

    @ParameterizedTest
    @EnumSource
    void one_real_service_makes_every_missing_one_a_problem_named_at_once(Backing only) {
        var problem = onlyProblem(footing(Map.of(only.setting(), "real")));

        for (var backing : Backing.values()) {
            assertEquals(backing != only, problem.contains(backing.setting()), problem);
        }
        assertTrue(problem.contains("masthead.url"), problem);
    }

    @ParameterizedTest
    @EnumSource
    void one_missing_service_is_a_problem(Backing missing) {
        var problem = onlyProblem(footing(without(missing)));

        assertTrue(problem.contains(missing.setting()), problem);
    }

    @ParameterizedTest
    @EnumSource
    void a_listed_missing_service_alone_gets_a_stand_in(Backing missing) {
        var footing = footing(with(without(missing), "masthead.local", missing.word()));

        assertEquals(new Footing(Set.of(missing), List.of()), footing);
        assertEquals(Optional.empty(), footing.profile());
    }

    @Test
    void what_belongs_to_a_real_service_is_required_with_it() {
        var settings = new HashMap<>(PRODUCTION);
        settings.remove("masthead.stripe.webhook-secret");
        settings.remove("quarkus.oidc.client-id");
        settings.put("quarkus.oidc.credentials.secret", " ");

        var problem = onlyProblem(footing(settings));

        assertTrue(problem.contains("masthead.stripe.webhook-secret  (MASTHEAD_STRIPE_WEBHOOK_SECRET)"), problem);
        assertTrue(problem.contains("quarkus.oidc.client-id"), problem);
        assertTrue(problem.contains("quarkus.oidc.credentials.secret"), problem);
    }

    @Test
    void a_service_cannot_be_both_real_and_listed() {
        var problem = onlyProblem(footing(with(PRODUCTION, "masthead.local", "mail")));

        assertTrue(problem.contains("keep one of the two"), problem);
    }

    @Test
    void an_unknown_word_is_a_problem() {
        var footing = footing(with(PRODUCTION, "masthead.local", "redis"));

        assertTrue(onlyProblem(footing).contains("'redis'"), footing.toString());
    }

    @Test
    void who_asks_for_the_production_profile_gets_no_stand_in() {
        var problem = onlyProblem(footing(Map.of("quarkus.profile", "prod")));

        assertTrue(problem.contains("quarkus.datasource.jdbc.url"), problem);
    }

    @Test
    void a_build_without_the_local_room_has_no_local_mode() {
        var footing = Footing.of(settings(Map.of(), Map.of()), false);
        var listing = Footing.of(settings(with(PRODUCTION, "masthead.local", "mail"), Map.of()), false);

        assertTrue(onlyProblem(footing).contains("-Pproduction"), footing.toString());
        assertTrue(listing.problems().stream().anyMatch(problem -> problem.contains("holds none")), listing.toString());
    }

    @Test
    void what_came_with_the_program_does_not_count_as_configured() {
        var settings = settings(Map.of(), Map.of("masthead.mail.host", "localhost"));

        assertEquals(List.of(), Footing.of(settings, true).problems());
    }

    private static Footing footing(Map<String, String> operator) {
        return Footing.of(settings(operator, Map.of()), true);
    }

    private static Settings settings(Map<String, String> operator, Map<String, String> program) {
        return Settings.of(new SmallRyeConfigBuilder()
                .withSources(
                        new PropertiesConfigSource(operator, "operator", 300),
                        new PropertiesConfigSource(program, "program", 250))
                .build());
    }

    private static Map<String, String> without(Backing missing) {
        var settings = new HashMap<>(PRODUCTION);
        settings.keySet().removeAll(missing.settings());
        return settings;
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    private static String onlyProblem(Footing footing) {
        assertEquals(1, footing.problems().size(), footing.toString());
        return footing.problems().get(0);
    }
}
