package news.masthead;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and each rule fails on a class planted to break it ({@code src/test/java/planted}). */
class ModulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("news.masthead");

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    static Stream<Named<Function<Rooms, ArchRule>>> rules() {
        return Stream.of(
                rule("use only what the table allows", Rooms::use_only_what_the_table_allows),
                rule("are all in the table", Rooms::are_all_in_the_table),
                rule("have no cycles", Rooms::have_no_cycles),
                rule("open bodies only behind the gate", Rooms::open_bodies_only_behind_the_gate),
                rule("show stories only after asking the gate", Rooms::show_stories_only_after_asking_the_gate),
                rule("keep Stripe in billing", Rooms::keep_stripe_in_billing),
                rule("hear of payments in billing alone", Rooms::hear_of_payments_in_billing_alone),
                rule("change state through verbs", Rooms::change_state_through_verbs),
                rule("take time from the clock", Rooms::take_time_from_the_clock),
                rule("keep resources private", Rooms::keep_resources_private),
                rule("have no junk drawers", Rooms::have_no_junk_drawers),
                rule("answer with public methods", Rooms::answer_with_public_methods));
    }

    @ParameterizedTest(name = "rooms {0}")
    @MethodSource("rules")
    void the_house_keeps_the_rule(Function<Rooms, ArchRule> rule) {
        rule.apply(new Rooms("news.masthead")).check(HOUSE);
    }

    @ParameterizedTest(name = "the rule that rooms {0} catches a planted violation")
    @MethodSource("rules")
    void the_rule_catches_a_planted_violation(Function<Rooms, ArchRule> rule) {
        assertThrows(
                AssertionError.class, () -> rule.apply(new Rooms("planted")).check(PLANTED));
    }

    private static Named<Function<Rooms, ArchRule>> rule(String name, Function<Rooms, ArchRule> rule) {
        return Named.of(name, rule);
    }
}
