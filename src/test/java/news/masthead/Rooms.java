package news.masthead;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The rules of the house, for the rooms below {@code root}: {@link ModulesTest} holds the product to them and shows that each of them catches
 * what it forbids.
 */
record Rooms(String root) {

    /** A room may use only what its row lists (design, section 3). */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("values", Set.of()),
            entry("web", Set.of("values")),
            entry("jobs", Set.of("values")),
            entry("story", Set.of("values", "jobs")),
            entry("identity", Set.of("values", "web", "jobs")),
            entry("subscription", Set.of("values", "jobs", "identity")),
            entry("access", Set.of("values", "jobs", "story", "identity", "subscription")),
            entry("wire", Set.of("values", "jobs", "story")),
            entry("billing", Set.of("values", "web", "jobs", "identity", "subscription")),
            entry("site", Set.of("values", "web", "jobs", "story", "identity", "subscription", "access")),
            entry("desk", Set.of("values", "web", "jobs", "story", "identity", "wire", "access")));

    /** They may use everything, and nobody uses them. */
    private static final Set<String> ATTICS = Set.of("ops", "cli", "local");

    /** Rooms whose routes no reader is behind. */
    private static final Set<String> STAFF_AND_MACHINES = Set.of("desk", "ops", "local", "wire");

    ArchRule use_only_what_the_table_allows() {
        return all(MAY_USE.keySet().stream()
                .map(room -> noClasses()
                        .that()
                        .resideInAPackage(in(room))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbiddenTo(room))
                        .allowEmptyShould(true)));
    }

    ArchRule are_all_in_the_table() {
        return classes()
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(root),
                                Stream.concat(MAY_USE.keySet().stream(), ATTICS.stream())
                                        .map(this::in))
                        .toArray(String[]::new));
    }

    ArchRule have_no_cycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule open_bodies_only_behind_the_gate() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("access"), in("story"), in("desk"), in("wire"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root + ".story.Body");
    }

    /** A page, a feed, an error page: what puts a story before readers has asked the gate, and a story's text stands only where it decided. */
    ArchRule show_stories_only_after_asking_the_gate() {
        return methods().that(answerReaders()).should(askTheGateForStories()).allowEmptyShould(true);
    }

    ArchRule keep_stripe_in_billing() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("billing"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.stripe..");
    }

    /** What follows from a payment inside its transaction is billing's alone; others read what came of it. */
    ArchRule hear_of_payments_in_billing_alone() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("billing"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root + ".billing.Noted");
    }

    ArchRule change_state_through_verbs() {
        return noClasses().should().accessFieldWhere(writesAFieldOfAnotherRoom());
    }

    ArchRule take_time_from_the_clock() {
        return all(Stream.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)
                .map(type -> noClasses().that(areNo("local")).should().callMethod(type, "now")));
    }

    ArchRule keep_resources_private() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true);
    }

    ArchRule have_no_junk_drawers() {
        return noClasses().should().haveNameMatching(".*(Service|Util|Utils|Helper|Manager|Impl|Dto|DTO|Mapper)$");
    }

    /** Quarkus REST leaves out a method that is not public, with no more than a warning. */
    ArchRule answer_with_public_methods() {
        return all(Stream.of(GET.class, POST.class, PUT.class, DELETE.class)
                .map(verb -> methods()
                        .that()
                        .areAnnotatedWith(verb)
                        .should()
                        .bePublic()
                        .allowEmptyShould(true)));
    }

    private String in(String room) {
        return root + "." + room + "..";
    }

    private String[] forbiddenTo(String room) {
        Set<String> others = new TreeSet<>(MAY_USE.keySet());
        others.addAll(ATTICS);
        others.remove(room);
        others.removeAll(MAY_USE.get(room));
        return others.stream().map(this::in).toArray(String[]::new);
    }

    private DescribedPredicate<JavaMethod> answerReaders() {
        return DescribedPredicate.describe(
                "answer readers",
                method -> !STAFF_AND_MACHINES.contains(roomOf(method.getOwner()))
                        && (method.isMetaAnnotatedWith(HttpMethod.class)
                                || method.isAnnotatedWith(ServerExceptionMapper.class)));
    }

    private ArchCondition<JavaMethod> askTheGateForStories() {
        return new ArchCondition<>("ask the gate for the stories they show") {
            @Override
            public void check(JavaMethod route, ConditionEvents events) {
                Reach reach = Reach.of(route, root);
                String story = root + ".story.Story";
                String gate = root + ".access.Gate";
                boolean asks = reach.touches(gate, "decide") || reach.touches(gate, "accessOf");
                if (reach.touches(story) && !asks
                        || reach.touches(story, "opening") && !reach.touches(gate, "decide")) {
                    events.add(SimpleConditionEvent.violated(route, route.getFullName() + " shows a story unasked"));
                }
            }
        };
    }

    private DescribedPredicate<JavaClass> areNo(String room) {
        return JavaClass.Predicates.resideOutsideOfPackage(in(room));
    }

    private DescribedPredicate<JavaFieldAccess> writesAFieldOfAnotherRoom() {
        return DescribedPredicate.describe(
                "writes a field of another room",
                access -> access.getAccessType() == JavaFieldAccess.AccessType.SET
                        && access.getTargetOwner().getPackageName().startsWith(root + ".")
                        && !roomOf(access.getOriginOwner()).equals(roomOf(access.getTargetOwner())));
    }

    private String roomOf(JavaClass type) {
        String inside = type.getPackageName()
                .substring(Math.min(root.length() + 1, type.getPackageName().length()));
        return inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : inside;
    }

    private static ArchRule all(Stream<? extends ArchRule> rules) {
        List<ArchRule> each = List.copyOf(rules.toList());
        return CompositeArchRule.of(each);
    }
}
