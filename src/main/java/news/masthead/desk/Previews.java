package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.access.Effect;
import news.masthead.access.MeterWindow;
import news.masthead.access.Outcome;
import news.masthead.access.Policy;
import news.masthead.access.ReaderClass;
import news.masthead.access.Rehearsal;
import news.masthead.access.Review;
import news.masthead.access.Vocabulary;
import news.masthead.values.Publication;
import news.masthead.web.Links;

/** Tells what a policy would do: to the newest stories, and to the decisions on record. */
@ApplicationScoped
class Previews {

    private static final int NEWEST = 30;

    @Inject
    Rehearsal rehearsal;

    @Inject
    Vocabulary vocabulary;

    @Inject
    Publication publication;

    @Inject
    PolicyWords words;

    @Inject
    Frames frames;

    @Inject
    PreviewMessages messages;

    List<PreviewPage.Part> parts(Optional<Policy> now, Policy then) {
        List<PolicyWords.Part> after = words.parts(then);
        List<PolicyWords.Part> before = now.map(words::parts).orElse(List.of());
        return IntStream.range(0, after.size())
                .mapToObj(i -> {
                    List<String> was = before.isEmpty()
                            ? List.of(messages.closed())
                            : before.get(i).sentences();
                    List<String> would = after.get(i).sentences();
                    return new PreviewPage.Part(after.get(i).name(), was, would, !was.equals(would));
                })
                .toList();
    }

    /** The newest stories, those that would fare otherwise first. */
    List<PreviewPage.StoryRow> stories(Policy then, Instant from) {
        List<Effect> effects = rehearsal.effects(then, from, NEWEST);
        return Stream.concat(
                        effects.stream().filter(Effect::isChange),
                        effects.stream().filter(effect -> !effect.isChange()))
                .map(this::row)
                .toList();
    }

    String changed(List<PreviewPage.StoryRow> stories) {
        int changed =
                (int) stories.stream().filter(PreviewPage.StoryRow::changed).count();
        return changed == 0 ? messages.noStoryChanges() : messages.storiesChange(changed, stories.size());
    }

    /** Null where nothing is on record. */
    PreviewPage.Replayed replay(Policy then) {
        Review review = rehearsal.review(then);
        if (review.decisions() == 0) {
            return null;
        }
        Review.Tally all = review.all();
        return new PreviewPage.Replayed(
                messages.replayWords(
                        number(all.openings()),
                        number(review.readers()),
                        frames.stamp(review.since()).words()),
                remarks(review, then),
                List.of(
                        rate(messages.stopRate(), all),
                        new PreviewPage.Rate(
                                messages.readersStopped(),
                                share(review.stoppedNow(), review.readers()),
                                share(review.stoppedThen(), review.readers())),
                        new PreviewPage.Rate(messages.readersChanged(), "", share(review.changed(), review.readers()))),
                review.sections().entrySet().stream()
                        .map(section -> rate(words.section(section.getKey()), section.getValue()))
                        .toList());
    }

    private List<String> remarks(Review review, Policy then) {
        List<String> remarks = new ArrayList<>();
        if (review.share() > 1) {
            remarks.add(messages.sampled(review.share()));
        }
        if (then.window() instanceof MeterWindow.RollingDays) {
            remarks.add(messages.rollingWords());
        }
        if (review.leftOut() > 0) {
            remarks.add(messages.leftOut(number(review.leftOut())));
        }
        remarks.add(messages.backtest(number(review.asRecorded()), number(review.decisions())));
        return remarks;
    }

    private PreviewPage.StoryRow row(Effect effect) {
        List<PreviewPage.Answer> answers = new ArrayList<>();
        answers.add(answer(messages.accessClass(), words.accessClass(effect.now()), words.accessClass(effect.then())));
        answers.add(met(messages.anonymous(), effect, ReaderClass.ANONYMOUS));
        answers.add(met(messages.registered(), effect, ReaderClass.REGISTERED));
        answers.add(met(messages.subscriber(), effect, ReaderClass.SUBSCRIBER));
        return new PreviewPage.StoryRow(
                Links.deskStory(effect.story().id),
                effect.story().headline,
                words.section(effect.story().section),
                effect.isChange(),
                answers);
    }

    private PreviewPage.Answer met(String who, Effect effect, ReaderClass reader) {
        return answer(who, meets(effect, reader, Effect.Meeting::now), meets(effect, reader, Effect.Meeting::then));
    }

    /** Plan by plan only where plans fare differently. */
    private String meets(Effect effect, ReaderClass reader, Function<Effect.Meeting, Outcome> when) {
        List<Effect.Meeting> meetings = effect.meetings().stream()
                .filter(meeting -> meeting.reader() == reader)
                .toList();
        List<Outcome> outcomes = meetings.stream().map(when).distinct().toList();
        return outcomes.size() == 1
                ? say(outcomes.getFirst())
                : meetings.stream()
                        .map(meeting -> messages.ofPlan(
                                vocabulary.plans().getOrDefault(meeting.plan(), meeting.plan()),
                                say(when.apply(meeting))))
                        .collect(Collectors.joining("; "));
    }

    private static PreviewPage.Answer answer(String who, String now, String then) {
        return new PreviewPage.Answer(who, now, now.equals(then) ? "" : then);
    }

    private String say(Outcome outcome) {
        return switch (outcome) {
            case FREE, STAFF, ENTITLED, GIFT, READ_AGAIN -> messages.reads();
            case SAFETY -> messages.readsSafety();
            case SPENT -> messages.readsMetered();
            case LAPSED -> messages.lapsed();
            case PREMIUM_ONLY, METER_USED_UP, NOT_READING -> messages.asksSubscribe();
            case NOT_IN_PLAN -> messages.notInPlan();
            case REGISTRATION_WALL -> messages.asksLogin();
            case CONFIRM_EMAIL -> messages.asksConfirm();
            case CLOSED -> messages.closed();
        };
    }

    private PreviewPage.Rate rate(String name, Review.Tally tally) {
        return new PreviewPage.Rate(
                name, share(tally.stoppedNow(), tally.openings()), share(tally.stoppedThen(), tally.openings()));
    }

    private String share(long part, long whole) {
        NumberFormat percent = NumberFormat.getPercentInstance(locale());
        percent.setMaximumFractionDigits(1);
        return percent.format(whole == 0 ? 0 : (double) part / whole) + " (" + number(part) + " / " + number(whole)
                + ")";
    }

    private String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    private Locale locale() {
        return Locale.forLanguageTag(publication.language());
    }
}
