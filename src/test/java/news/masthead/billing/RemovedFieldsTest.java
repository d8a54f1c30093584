package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.net.ApiResource;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import news.masthead.subscription.Standing;
import org.junit.jupiter.api.Test;

/** Nothing reads what Stripe has taken out of its objects: https://docs.stripe.com/changelog/basil */
class RemovedFieldsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("news.masthead");

    /** The ways past the typed accessors, of which the SDK has dropped those of removed fields. */
    private static final Set<String> UNTYPED =
            Set.of("getRawJsonObject", "getRawJsonObjectDeserializer", "rawRequest", "deserializeUnsafe");

    @Test
    @Case(20)
    void no_code_goes_past_the_typed_accessors_or_calls_one_that_is_on_its_way_out() {
        ArchRuleDefinition.noClasses().should().accessTargetWhere(isRemoved()).check(HOUSE);
    }

    @Test
    @Case(20)
    void an_invoice_without_a_parent_points_at_no_subscription() throws EventHead.NotAnEvent {
        String event = """
                {"id": "evt_1", "type": "invoice.paid", "created": 1, "livemode": false, "api_version": "2026-07-29.dahlia",
                 "data": {"object": {"id": "in_1", "object": "invoice", "parent": null}}}""";
        assertEquals(
                new EventHead.Subject.OfNothing(),
                EventHead.read(event.getBytes(StandardCharsets.UTF_8)).subject());
    }

    @Test
    @Case(20)
    @Case(28)
    void an_invoice_without_a_parent_pays_for_no_time() {
        Invoice byHand = ApiResource.GSON.fromJson("""
                {"id": "in_1", "object": "invoice", "status": "paid", "parent": null, "amount_paid": 50000, "payments": {"data": []},
                 "status_transitions": {"paid_at": 1800000000},
                 "lines": {"data": [{"id": "il_1", "amount": 50000, "parent": null, "period": {"start": 1800000000, "end": 1900000000}}]}}""", Invoice.class);
        Subscription subscription = ApiResource.GSON.fromJson("""
                {"id": "sub_1", "object": "subscription", "status": "active", "created": 1, "cancel_at_period_end": false, "metadata": {},
                 "items": {"data": [{"quantity": 1, "current_period_end": 1800000000,
                    "price": {"id": "price_1", "unit_amount": 90000, "metadata": {"plan": "quarterly"}}}]}}""", Subscription.class);
        Standing standing = Translation.standing(new Holding(subscription, List.of(byHand), List.of(), List.of()));
        assertEquals(List.of(), standing.paid());
    }

    private static DescribedPredicate<JavaAccess<?>> isRemoved() {
        return new DescribedPredicate<>("reads a field of Stripe's that is gone or going") {
            @Override
            public boolean test(JavaAccess<?> access) {
                if (!access.getTargetOwner().getPackageName().startsWith("com.stripe")) {
                    return false;
                }
                return UNTYPED.contains(access.getTarget().getName())
                        || access.getTarget().resolveMember().stream()
                                .anyMatch(member -> member.isAnnotatedWith(Deprecated.class));
            }
        };
    }
}
