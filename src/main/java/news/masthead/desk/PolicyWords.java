package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.access.MeterWindow;
import news.masthead.access.Policy;
import news.masthead.access.ReaderClass;
import news.masthead.access.Vocabulary;
import news.masthead.story.AccessClass;
import news.masthead.values.Dates;
import news.masthead.values.Publication;
import news.masthead.wire.Agencies;
import news.masthead.wire.Agency;

/** Tells a policy in words. */
@ApplicationScoped
class PolicyWords {

    @Inject
    Publication publication;

    @Inject
    Agencies agencies;

    @Inject
    Vocabulary vocabulary;

    @Inject
    Dates dates;

    @Inject
    PreviewMessages messages;

    @Inject
    PolicyMessages policies;

    @Inject
    DeskMessages desk;

    /** One part of a policy. */
    record Part(String name, List<String> sentences) {}

    List<Part> parts(Policy policy) {
        return List.of(
                new Part(messages.freeStories(), meters(policy)),
                new Part(messages.classes(), orElse(policy.access().stream().map(this::rule), messages.ownClass())),
                new Part(
                        messages.safety(), orElse(policy.safetyTopics().stream().sorted(), messages.noTopic())),
                new Part(
                        messages.archive(),
                        orElse(policy.archive().stream().map(this::right), messages.wholeArchive())));
    }

    String accessClass(AccessClass access) {
        return switch (access) {
            case FREE -> desk.accessFree();
            case METERED -> desk.accessMetered();
            case PREMIUM -> desk.accessPremium();
        };
    }

    String section(String slug) {
        return publication.section(slug).map(Publication.Section::name).orElse(slug);
    }

    private List<String> meters(Policy policy) {
        List<String> sentences = new ArrayList<>();
        sentences.add(messages.general(
                policy.meter(ReaderClass.ANONYMOUS, "").limit(),
                policy.meter(ReaderClass.REGISTERED, "").limit(),
                switch (policy.window()) {
                    case MeterWindow.CalendarMonth month -> messages.byMonth();
                    case MeterWindow.RollingDays rolling -> messages.byDays(rolling.days());
                }));
        policy.allowances().stream()
                .flatMap(allowance -> allowance.section().stream())
                .distinct()
                .sorted()
                .map(section -> messages.own(
                        section(section),
                        own(policy, ReaderClass.ANONYMOUS, section),
                        own(policy, ReaderClass.REGISTERED, section)))
                .forEach(sentences::add);
        if (policy.verifiedEmail()) {
            sentences.add(messages.verified());
        }
        return sentences;
    }

    private String own(Policy policy, ReaderClass reader, String section) {
        return policy.allowances().stream()
                .filter(allowance ->
                        allowance.reader() == reader && allowance.section().equals(Optional.of(section)))
                .map(allowance -> Integer.toString(allowance.stories()))
                .findFirst()
                .orElse(messages.asAll());
    }

    private String rule(Policy.AccessRule rule) {
        String conditions = Stream.of(
                        rule.section().map(this::section),
                        rule.topic().map(messages::topic),
                        rule.source().map(this::agency).map(messages::ofAgency),
                        rule.olderThanDays().map(messages::olderThan),
                        rule.before().map(this::day).map(messages::before))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return messages.rule(conditions.isEmpty() ? messages.everyStory() : conditions, accessClass(rule.as()));
    }

    private String right(Policy.ArchiveRight right) {
        String plan = right.plan().equals(Policy.ArchiveRight.EVERY_PLAN)
                ? policies.everyPlan()
                : vocabulary.plans().getOrDefault(right.plan(), right.plan());
        return messages.right(plan, day(right.since()));
    }

    private String agency(String id) {
        return agencies.find(id).map(Agency::name).orElse(id);
    }

    private String day(LocalDate day) {
        return dates.day(day.atStartOfDay(publication.zone()).toInstant());
    }

    private static List<String> orElse(Stream<String> sentences, String otherwise) {
        List<String> all = sentences.toList();
        return all.isEmpty() ? List.of(otherwise) : all;
    }
}
