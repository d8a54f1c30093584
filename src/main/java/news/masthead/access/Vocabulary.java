package news.masthead.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.story.Archive;
import news.masthead.story.Licences;
import news.masthead.subscription.Comp;
import news.masthead.subscription.PriceTable;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Publication;

/** The sections, topics, sources and plans that a policy may speak of: those that the paper has. */
@ApplicationScoped
public class Vocabulary {

    @Inject
    Publication publication;

    @Inject
    Archive archive;

    @Inject
    Licences licences;

    @Inject
    PriceTable prices;

    @Inject
    Subscriptions subscriptions;

    /** The names of the plans on sale by their codes, in the order they are offered, and what stands for a comp. */
    public Map<String, String> plans() {
        Map<String, String> names = new LinkedHashMap<>();
        prices.plans().forEach(plan -> names.put(plan.code(), plan.name()));
        names.put(Comp.PLAN, Comp.PLAN);
        return names;
    }

    public boolean hasSection(String slug) {
        return publication.section(slug).isPresent();
    }

    /** By its slug. */
    public boolean hasTopic(String slug) {
        return topics().contains(slug);
    }

    /** Whether there is, or was, a contract with that agency. */
    public boolean hasSource(String agency) {
        return licences.of(agency).isPresent();
    }

    /** By its code, or the word for every plan; one that is sold no more may still be held. */
    public boolean hasPlan(String code) {
        return code.equals(Policy.ArchiveRight.EVERY_PLAN) || plans().containsKey(code) || subscriptions.hasSold(code);
    }

    /** @throws UnknownRule if the policy speaks of anything else */
    void check(Policy policy) {
        Stream.concat(
                        policy.allowances().stream().flatMap(allowance -> allowance.section().stream()),
                        policy.access().stream().flatMap(rule -> rule.section().stream()))
                .forEach(section -> require(hasSection(section), section, "section of the paper"));
        List<String> named = Stream.concat(
                        policy.access().stream().flatMap(rule -> rule.topic().stream()), policy.safetyTopics().stream())
                .toList();
        Set<String> known = named.isEmpty() ? Set.of() : topics();
        named.forEach(topic -> require(known.contains(topic), topic, "topic of the paper"));
        policy.access().stream()
                .flatMap(rule -> rule.source().stream())
                .distinct()
                .forEach(source -> require(hasSource(source), source, "agency of the paper"));
        policy.archive().forEach(right -> require(hasPlan(right.plan()), right.plan(), "plan of the paper"));
    }

    private Set<String> topics() {
        return archive.topics().stream().map(topic -> topic.slug).collect(Collectors.toUnmodifiableSet());
    }

    private static void require(boolean known, String name, String what) {
        if (!known) {
            throw new UnknownRule("\"" + name + "\" is no " + what + ".");
        }
    }
}
