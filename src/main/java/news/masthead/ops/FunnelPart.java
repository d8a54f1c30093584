package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import news.masthead.ops.RevenuePage.Part;
import news.masthead.ops.RevenuePage.Shown;
import news.masthead.ops.RevenuePage.Stage;
import news.masthead.ops.Sheet.Cell;
import news.masthead.story.Archive;
import news.masthead.subscription.Funnel;
import news.masthead.subscription.Step;
import news.masthead.subscription.Steps;
import news.masthead.values.Dates;
import news.masthead.values.Publication;
import news.masthead.web.Links;

/** The way from the wall to a subscription, for the eye of staff: what is so rare that it could be somebody's is not told. */
@ApplicationScoped
class FunnelPart {

    static final int LEAST = 5;

    private static final int DAYS = 30;
    private static final int STORIES = 50;

    @Inject
    Funnel funnel;

    @Inject
    Archive archive;

    @Inject
    FunnelMessages words;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    Part part() {
        List<Steps> steps = steps();
        String meaning = words.funnelWords(DAYS, LEAST);
        return steps.isEmpty()
                ? Part.empty("funnel", words.funnel(), meaning, words.noSteps())
                : new Part(
                        "funnel",
                        words.funnel(),
                        meaning,
                        "",
                        stages(steps),
                        List.of(),
                        sheets(steps).stream()
                                .map(sheet -> new Shown(sheet, Links.opsRevenueFile(sheet.name()), false))
                                .toList());
    }

    List<Sheet> sheets() {
        return sheets(steps());
    }

    private List<Steps> steps() {
        LocalDate tomorrow = dates.dayOf(clock.instant()).plusDays(1);
        return funnel.between(tomorrow.minusDays(DAYS), tomorrow);
    }

    private List<Sheet> sheets(List<Steps> steps) {
        return List.of(
                sheet("funnel-sections", words.funnelSections(), words.section(), bySection(steps)),
                sheet("funnel-stories", words.funnelStories(STORIES), words.story(), byStory(steps)));
    }

    private List<Stage> stages(List<Steps> steps) {
        Map<Step, Long> all = new EnumMap<>(Step.class);
        steps.forEach(one -> all.merge(one.step(), one.times(), Long::sum));
        List<Stage> stages = new ArrayList<>();
        long before = 0;
        for (Step step : Step.values()) {
            long times = all.getOrDefault(step, 0L);
            double share = before == 0 ? 0 : Math.min(100.0, 100.0 * times / before);
            stages.add(new Stage(
                    name(step),
                    Cell.count(times).shown(),
                    before == 0 ? "" : words.ofTheStepBefore("%.1f".formatted(100.0 * times / before)),
                    step == Step.WALL && times > 0 ? 100 : share));
            before = times;
        }
        return stages;
    }

    private String name(Step step) {
        return switch (step) {
            case WALL -> words.walls();
            case PLANS -> words.plansSeen();
            case CHECKOUT -> words.checkouts();
            case PAID -> words.paid();
        };
    }

    /** Of a section or a story. */
    private record Way(String name, Map<Step, Long> times) {

        long of(Step step) {
            return times.getOrDefault(step, 0L);
        }
    }

    private List<Way> bySection(List<Steps> steps) {
        return ways(steps, Steps::section).entrySet().stream()
                .map(section -> new Way(sectionName(section.getKey()), section.getValue()))
                .sorted(bestFirst())
                .toList();
    }

    private List<Way> byStory(List<Steps> steps) {
        return ways(steps.stream().filter(one -> one.story() != 0).toList(), Steps::story).entrySet().stream()
                .map(story -> new Way(story.getKey().toString(), story.getValue()))
                .sorted(bestFirst())
                .limit(STORIES)
                .map(way -> new Way(headline(Long.parseLong(way.name)), way.times))
                .toList();
    }

    private static <K extends Comparable<K>> Map<K, Map<Step, Long>> ways(List<Steps> steps, Function<Steps, K> key) {
        Map<K, Map<Step, Long>> ways = new TreeMap<>();
        steps.forEach(one -> ways.computeIfAbsent(key.apply(one), none -> new EnumMap<>(Step.class))
                .merge(one.step(), one.times(), Long::sum));
        return ways;
    }

    /** By what may be told: the order of what may not would tell it. */
    private static Comparator<Way> bestFirst() {
        return Comparator.comparing((Way way) -> told(way.of(Step.PAID)))
                .thenComparing(way -> told(way.of(Step.CHECKOUT)))
                .thenComparing(way -> way.of(Step.WALL))
                .reversed();
    }

    private static long told(long times) {
        return times < LEAST ? 0 : times;
    }

    private Sheet sheet(String name, String title, String head, List<Way> ways) {
        return new Sheet(
                name,
                title,
                List.of(head, words.walls(), words.plansSeen(), words.checkouts(), words.paid()),
                ways.stream().map(this::row).toList());
    }

    private List<Cell> row(Way way) {
        return List.of(
                Cell.words(way.name),
                Cell.count(way.of(Step.WALL)),
                Cell.count(way.of(Step.PLANS)),
                rare(way.of(Step.CHECKOUT)),
                rare(way.of(Step.PAID)));
    }

    private Cell rare(long times) {
        return times == 0 || times >= LEAST ? Cell.count(times) : new Cell(words.under(LEAST), "<" + LEAST, true);
    }

    private String sectionName(String slug) {
        return slug.isEmpty()
                ? words.noStory()
                : publication.section(slug).map(Publication.Section::name).orElse(slug);
    }

    private String headline(long story) {
        return archive.story(story).map(one -> one.headline).orElse(Long.toString(story));
    }
}
