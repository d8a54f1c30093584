package news.masthead.given;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import news.masthead.story.AccessClass;
import news.masthead.story.Licence;
import news.masthead.wire.Agencies;
import news.masthead.wire.Agency;
import news.masthead.wire.Profiles;

/** Agencies of a test's own, with profiles that the desk saved. */
@ApplicationScoped
public class GivenAgency {

    /** Its copy of urgency 1 to 4 for companies and markets goes into the paper by rule, metered after the first paragraph. */
    public static final String TRUSTED = "swift";

    @Inject
    Agencies agencies;

    public void trusted() {
        if (agencies.find(TRUSTED).isEmpty()) {
            agencies.save(trusting(agencies.find("meridian").orElseThrow()), 0, "Test Chief");
        }
    }

    private static Agency trusting(Agency meridian) {
        return new Agency(
                TRUSTED,
                "Swift Wire",
                meridian.kind(),
                meridian.habits(),
                "Swift Wire",
                Optional.of("As sent."),
                new Agency.Routing(Optional.of("companies"), Map.of("rail", "markets", "weather", "world")),
                meridian.rights(),
                new Agency.Publishing(true, 4, Set.of("companies", "markets"), AccessClass.METERED, 1),
                Set.of(),
                meridian.usualSilence());
    }

    /** An agency like Meridian Wire, with these rights. */
    public Agency with(Licence rights) {
        return with(agency -> granting(agency, rights));
    }

    /** An agency like Meridian Wire, changed so. */
    public Agency with(UnaryOperator<Agency> change) {
        Agency meridian = agencies.find("meridian").orElseThrow();
        Agency agency =
                change.apply(named(meridian, "t" + UUID.randomUUID().toString().substring(0, 8)));
        agencies.save(agency, 0, "Test Chief");
        return agencies.find(agency.id()).orElseThrow();
    }

    /** An agency with the habits and the credit of a shipped one. */
    public Agency like(String shipped) {
        return with(any -> named(Profiles.shipped().find(shipped).orElseThrow(), any.id()));
    }

    /** Its contract grants something else from now on. */
    public void grants(Agency agency, Licence rights) {
        agencies.save(granting(agency, rights), agencies.version(agency.id()), "Test Chief");
    }

    /** All rights but one are as in most contracts. */
    public static Licence rights(boolean web, Optional<Integer> archiveDays) {
        return new Licence(web, archiveDays, true, true, true, true, Set.of(), Optional.empty(), true);
    }

    public static Agency sending(Agency agency, Agency.Kind kind) {
        return new Agency(
                agency.id(),
                agency.name(),
                kind,
                agency.habits(),
                agency.creditLine(),
                agency.disclaimer(),
                agency.routing(),
                agency.rights(),
                agency.publishing(),
                agency.senders(),
                agency.usualSilence());
    }

    private static Agency granting(Agency agency, Licence rights) {
        return new Agency(
                agency.id(),
                agency.name(),
                agency.kind(),
                agency.habits(),
                agency.creditLine(),
                agency.disclaimer(),
                agency.routing(),
                rights,
                agency.publishing(),
                agency.senders(),
                agency.usualSilence());
    }

    private static Agency named(Agency agency, String id) {
        return new Agency(
                id,
                agency.name(),
                agency.kind(),
                agency.habits(),
                agency.creditLine(),
                agency.disclaimer(),
                agency.routing(),
                agency.rights(),
                agency.publishing(),
                Set.of(), // two agencies may not claim one sender
                agency.usualSilence());
    }
}
