package news.masthead.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import news.masthead.access.MeterWindow;
import news.masthead.access.Policy;
import news.masthead.access.ReaderClass;
import news.masthead.access.Vocabulary;
import news.masthead.story.AccessClass;

/** Makes a policy of what was typed, or says what is wrong with each field. */
final class PolicyReading {

    private static final int LONGEST_NOTE = 2_000;

    private final PolicyFields typed;
    private final Vocabulary vocabulary;
    private final ZoneId zone;
    private final Instant now;
    private final PolicyMessages messages;
    private final Map<String, String> problems = new HashMap<>();
    private final MeterWindow window;
    private final List<Policy.Allowance> allowances;
    private final List<Policy.AccessRule> rules;
    private final Set<String> safety;
    private final List<Policy.ArchiveRight> rights;
    private final Instant from;

    PolicyReading(PolicyFields typed, Vocabulary vocabulary, ZoneId zone, Instant now, PolicyMessages messages) {
        this.typed = typed;
        this.vocabulary = vocabulary;
        this.zone = zone;
        this.now = now;
        this.messages = messages;
        this.window = window();
        this.allowances = allowances();
        this.rules = rules();
        this.safety = safety();
        this.rights = rights();
        this.from = from();
        require(!typed.text("note").isEmpty(), "note", messages.needsNote());
        require(typed.text("note").length() <= LONGEST_NOTE, "note", messages.longNote(LONGEST_NOTE));
    }

    /** Sentences by the name of the field; none where all is well. */
    Map<String, String> problems() {
        return problems;
    }

    /** Only where there are no problems. */
    Policy policy() {
        return new Policy(
                window,
                allowances,
                rules,
                safety,
                rights,
                typed.text("verified").equals("true"));
    }

    /** When it is to begin; this instant for at once. */
    Instant begins() {
        return from;
    }

    private MeterWindow window() {
        if (typed.text("window").equals("month")) {
            return new MeterWindow.CalendarMonth();
        }
        require(typed.text("window").equals("days"), "window", messages.needsWindow());
        int most = MeterWindow.RollingDays.MOST;
        return new MeterWindow.RollingDays(
                number("days", 1, most, messages.needsDays(most)).orElse(most));
    }

    private List<Policy.Allowance> allowances() {
        List<Policy.Allowance> all = new ArrayList<>();
        allow(all, ReaderClass.ANONYMOUS, Optional.empty(), "anonymous", false);
        allow(all, ReaderClass.REGISTERED, Optional.empty(), "registered", false);
        Set<String> seen = new HashSet<>();
        rows(PolicyFields.ALLOWANCE, PolicyFields.ALLOWANCE_FIELDS).forEach(row -> {
            String field = PolicyFields.name(PolicyFields.ALLOWANCE, row, "section");
            String section = typed.text(field);
            require(vocabulary.hasSection(section), field, noSection(section));
            require(seen.add(section), field, messages.sectionTwice(section));
            allowOf(section, row, all);
        });
        return all;
    }

    private void allowOf(String section, int row, List<Policy.Allowance> all) {
        String anonymous = PolicyFields.name(PolicyFields.ALLOWANCE, row, "anonymous");
        String registered = PolicyFields.name(PolicyFields.ALLOWANCE, row, "registered");
        boolean saysNothing =
                typed.text(anonymous).isEmpty() && typed.text(registered).isEmpty();
        require(!saysNothing, anonymous, messages.needsAllowance());
        allow(all, ReaderClass.ANONYMOUS, Optional.of(section), anonymous, true);
        allow(all, ReaderClass.REGISTERED, Optional.of(section), registered, true);
    }

    private void allow(
            List<Policy.Allowance> all,
            ReaderClass reader,
            Optional<String> section,
            String field,
            boolean mayBeBlank) {
        if (mayBeBlank && typed.text(field).isEmpty()) {
            return;
        }
        int most = Policy.Allowance.MOST;
        number(field, 0, most, messages.needsStories(most))
                .ifPresent(stories -> all.add(new Policy.Allowance(reader, section, stories)));
    }

    private List<Policy.AccessRule> rules() {
        return rows(PolicyFields.RULE, PolicyFields.RULE_FIELDS).stream()
                .map(this::rule)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Policy.AccessRule> rule(int row) {
        Optional<String> section = named(row, "section", vocabulary::hasSection, this::noSection);
        Optional<String> topic = named(row, "topic", vocabulary::hasTopic, messages::noTopic);
        Optional<String> source = named(row, "source", vocabulary::hasSource, messages::noSource);
        Optional<Integer> older = older(PolicyFields.name(PolicyFields.RULE, row, "older"));
        Optional<LocalDate> before = day(PolicyFields.name(PolicyFields.RULE, row, "before"));
        String as = PolicyFields.name(PolicyFields.RULE, row, "as");
        Optional<AccessClass> access = Arrays.stream(AccessClass.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(typed.text(as)))
                .findFirst();
        require(access.isPresent(), as, messages.needsClass());
        return access.map(is -> new Policy.AccessRule(section, topic, source, older, before, is));
    }

    private Optional<String> named(int row, String name, Predicate<String> known, UnaryOperator<String> sentence) {
        String field = PolicyFields.name(PolicyFields.RULE, row, name);
        String value = typed.text(field);
        require(value.isEmpty() || known.test(value), field, sentence.apply(value));
        return Optional.of(value).filter(said -> !said.isEmpty());
    }

    private Optional<Integer> older(String field) {
        if (typed.text(field).isEmpty()) {
            return Optional.empty();
        }
        int most = Policy.AccessRule.OLDEST;
        OptionalInt days = number(field, 1, most, messages.needsAge(most));
        return days.isPresent() ? Optional.of(days.getAsInt()) : Optional.empty();
    }

    private Set<String> safety() {
        List<String> topics = typed.lines("safety");
        topics.stream()
                .filter(topic -> !vocabulary.hasTopic(topic))
                .findFirst()
                .ifPresent(topic -> problems.put("safety", messages.noTopic(topic)));
        return Set.copyOf(new HashSet<>(topics));
    }

    private List<Policy.ArchiveRight> rights() {
        return rows(PolicyFields.RIGHT, PolicyFields.RIGHT_FIELDS).stream()
                .map(this::right)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Policy.ArchiveRight> right(int row) {
        String planField = PolicyFields.name(PolicyFields.RIGHT, row, "plan");
        String sinceField = PolicyFields.name(PolicyFields.RIGHT, row, "since");
        String plan = typed.text(planField);
        require(vocabulary.hasPlan(plan), planField, plan.isEmpty() ? messages.needsPlan() : messages.noPlan(plan));
        require(!typed.text(sinceField).isEmpty(), sinceField, messages.needsDay());
        return day(sinceField).map(since -> new Policy.ArchiveRight(plan, since));
    }

    /** A moment that the clocks skip is refused; of one that they go through twice the first is meant. */
    private Instant from() {
        if (typed.text("when").equals("now")) {
            return now;
        }
        require(typed.text("when").equals("later"), "when", messages.needsWhen());
        try {
            LocalDateTime local = LocalDateTime.parse(typed.text("from"));
            boolean exists = !zone.getRules().getValidOffsets(local).isEmpty();
            Instant at = local.atZone(zone).toInstant();
            require(exists, "from", messages.skippedMoment());
            require(at.isAfter(now), "from", messages.needsFuture());
            return at;
        } catch (DateTimeException garbled) {
            problems.put("from", messages.needsMoment());
            return now;
        }
    }

    private List<Integer> rows(String kind, List<String> fields) {
        return IntStream.range(0, typed.rows(kind, fields))
                .filter(row -> !typed.isBlank(kind, row, fields))
                .boxed()
                .toList();
    }

    private OptionalInt number(String field, int least, int most, String sentence) {
        String text = typed.text(field);
        boolean fits = text.matches("\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
        require(fits, field, sentence);
        return fits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private Optional<LocalDate> day(String field) {
        try {
            return Optional.of(typed.text(field))
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse);
        } catch (DateTimeException garbled) {
            problems.put(field, messages.needsDay());
            return Optional.empty();
        }
    }

    private String noSection(String section) {
        return section.isEmpty() ? messages.needsSection() : messages.noSection(section);
    }

    private void require(boolean met, String field, String sentence) {
        if (!met) {
            problems.putIfAbsent(field, sentence);
        }
    }
}
