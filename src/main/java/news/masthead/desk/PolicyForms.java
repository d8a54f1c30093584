package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.access.Policy;
import news.masthead.access.Vocabulary;
import news.masthead.story.Archive;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.wire.Agencies;

/** Shows what a chief editor typed of a policy, with what is wrong with it. */
@ApplicationScoped
class PolicyForms {

    @Inject
    Publication publication;

    @Inject
    Agencies agencies;

    @Inject
    Archive archive;

    @Inject
    Vocabulary vocabulary;

    @Inject
    PolicyMessages messages;

    @Inject
    DeskMessages desk;

    PolicyForm form(PolicyFields typed, Map<String, String> problems) {
        return new Filled(typed, problems).form();
    }

    /** The form with some words in it. */
    private final class Filled {

        private final PolicyFields typed;
        private final Map<String, String> problems;
        private final List<Map.Entry<String, String>> sections = publication.sections().stream()
                .map(section -> Map.entry(section.slug(), section.name()))
                .toList();
        private final List<Map.Entry<String, String>> sources = agencies.all().values().stream()
                .map(agency -> Map.entry(agency.id(), agency.name()))
                .toList();
        private final List<Map.Entry<String, String>> plans = Stream.concat(
                        Stream.of(Map.entry(Policy.ArchiveRight.EVERY_PLAN, messages.everyPlan())),
                        vocabulary.plans().entrySet().stream())
                .toList();
        private final List<Map.Entry<String, String>> classes = List.of(
                Map.entry("free", desk.accessFree()),
                Map.entry("metered", desk.accessMetered()),
                Map.entry("premium", desk.accessPremium()));

        Filled(PolicyFields typed, Map<String, String> problems) {
            this.typed = typed;
            this.problems = problems;
        }

        PolicyForm form() {
            return new PolicyForm(
                    Links.DESK_NEW_POLICY,
                    typed.text("seen"),
                    typed.text("window"),
                    field("window"),
                    field("days"),
                    field("anonymous"),
                    field("registered"),
                    typed.text("verified").equals("true"),
                    rows(PolicyFields.ALLOWANCE, PolicyFields.ALLOWANCE_FIELDS)
                            .mapToObj(this::allowance)
                            .toList(),
                    rows(PolicyFields.RULE, PolicyFields.RULE_FIELDS)
                            .mapToObj(this::rule)
                            .toList(),
                    field("safety"),
                    archive.topics().stream().map(topic -> topic.slug).toList(),
                    rows(PolicyFields.RIGHT, PolicyFields.RIGHT_FIELDS)
                            .mapToObj(this::right)
                            .toList(),
                    typed.text("when"),
                    field("when"),
                    field("from"),
                    publication.zone().getId(),
                    field("note"));
        }

        private PolicyForm.AllowanceRow allowance(int row) {
            return new PolicyForm.AllowanceRow(
                    select(PolicyFields.name(PolicyFields.ALLOWANCE, row, "section"), messages.choose(), sections),
                    box(PolicyFields.name(PolicyFields.ALLOWANCE, row, "anonymous")),
                    box(PolicyFields.name(PolicyFields.ALLOWANCE, row, "registered")));
        }

        private PolicyForm.RuleRow rule(int row) {
            return new PolicyForm.RuleRow(
                    row + 1,
                    select(PolicyFields.name(PolicyFields.RULE, row, "section"), messages.any(), sections),
                    box(PolicyFields.name(PolicyFields.RULE, row, "topic")),
                    select(PolicyFields.name(PolicyFields.RULE, row, "source"), messages.any(), sources),
                    box(PolicyFields.name(PolicyFields.RULE, row, "older")),
                    box(PolicyFields.name(PolicyFields.RULE, row, "before")),
                    select(PolicyFields.name(PolicyFields.RULE, row, "as"), messages.choose(), classes),
                    row == 0 ? "" : messages.up(row + 1));
        }

        private PolicyForm.RightRow right(int row) {
            return new PolicyForm.RightRow(
                    select(PolicyFields.name(PolicyFields.RIGHT, row, "plan"), messages.choose(), plans),
                    box(PolicyFields.name(PolicyFields.RIGHT, row, "since")));
        }

        private IntStream rows(String kind, List<String> fields) {
            return IntStream.range(0, typed.rows(kind, fields));
        }

        private StoryForm.Field field(String name) {
            return new StoryForm.Field(typed.raw(name), problems.getOrDefault(name, ""));
        }

        private PolicyForm.Box box(String name) {
            return new PolicyForm.Box(name, typed.raw(name), problems.getOrDefault(name, ""));
        }

        /** What was chosen stays, be it one of the choices or not. */
        private PolicyForm.Select select(String name, String blank, List<Map.Entry<String, String>> choices) {
            String chosen = typed.text(name);
            boolean strange =
                    choices.stream().noneMatch(choice -> choice.getKey().equals(chosen));
            Stream<Map.Entry<String, String>> first = strange && !chosen.isEmpty()
                    ? Stream.of(Map.entry("", blank), Map.entry(chosen, chosen))
                    : Stream.of(Map.entry("", blank));
            return new PolicyForm.Select(
                    name,
                    Stream.concat(first, choices.stream())
                            .map(choice -> new StoryForm.Choice(
                                    choice.getKey(),
                                    choice.getValue(),
                                    choice.getKey().equals(chosen)))
                            .toList(),
                    problems.getOrDefault(name, ""));
        }
    }
}
