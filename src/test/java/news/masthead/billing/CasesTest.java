package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What went wrong in other people's billing, by the public reports of it: each is a test here, marked {@link Case} with its number from 1. */
class CasesTest {

    private static final List<String> KNOWN_FAILURES = List.of(
            "created and updated handled at once make two rows",
            "a late 'created' overwrites an active subscription",
            "a stale retry brings access back",
            "two changes in the same second are taken in the wrong order",
            "a duplicate event has a second effect",
            "the webhook comes before our own insert",
            "the redirect comes before the webhook, or is forged",
            "a checkout is complete and not yet paid",
            "a double click, two tabs or the back button buy twice",
            "an idempotency key comes back with other parameters",
            "one reader becomes two customers",
            "a customer is deleted at Stripe",
            "access follows the period although the renewal failed",
            "a reader is locked out while the renewal is a draft or on its way",
            "the first decline locks a reader out",
            "past due for ever reads for ever",
            "a cancellation by the portal is not seen",
            "an upgrade with a bad card is free",
            "a first payment that needs authentication opens the wall",
            "fields that Stripe removed are read",
            "an event of another API train stops the inbox",
            "a strange signature makes a server error",
            "a genuine request is replayed",
            "events of another mode or another shop are refused",
            "an account is deleted and its card is charged on",
            "a refund or chargeback keeps access",
            "a price change takes the old price from subscribers",
            "an invoice for nothing, or an extra one, lengthens a term",
            "a trial is had twice, or a promotion is silently dropped",
            "the mandate is for another amount, or missing",
            "one customer, two currencies",
            "webhooks are lost for two days",
            "month ends and leap years lose a day",
            "a slow handler or a dead database loses events");

    @Test
    void each_has_a_test() {
        Set<Integer> all =
                IntStream.rangeClosed(1, KNOWN_FAILURES.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> tested = tested();
        Set<String> missing = all.stream()
                .filter(number -> !tested.contains(number))
                .map(number -> number + ": " + KNOWN_FAILURES.get(number - 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing);
        assertEquals(all, tested, "a number that names no known failure");
    }

    private static Set<Integer> tested() {
        return new ClassFileImporter()
                .importPackages("news.masthead").stream()
                        .flatMap(one -> one.getMethods().stream())
                        .flatMap(CasesTest::numbers)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Integer> numbers(JavaMethod method) {
        return Stream.concat(
                method.tryGetAnnotationOfType(Case.class).map(Case::value).stream(),
                method.tryGetAnnotationOfType(Case.Several.class).stream()
                        .flatMap(several -> Stream.of(several.value()).map(Case::value)));
    }
}
