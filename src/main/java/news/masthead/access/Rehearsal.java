package news.masthead.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.access.Facts.MeterFacts;
import news.masthead.access.Facts.ReaderFacts;
import news.masthead.access.Facts.StoryFacts;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.values.Publication;

/** Tells what a policy would do before it does it, with the very function that decides. */
@ApplicationScoped
public class Rehearsal {

    private static final MeterFacts NOTHING_SPENT = MeterFacts.of(false, false, 0);

    @Inject
    Archive archive;

    @Inject
    PolicyBook policies;

    @Inject
    Vocabulary vocabulary;

    @Inject
    PastDecisions past;

    @Inject
    DecisionLog log;

    @Inject
    MonthSecrets secrets;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    /**
     * What would become of the newest stories.
     *
     * @param from when the policy would begin to hold: stories are that old then
     */
    public List<Effect> effects(Policy candidate, Instant from, int newest) {
        Instant now = clock.instant();
        InForce inForce = policies.at(now);
        InForce other = new InForce(-1, Optional.of(candidate));
        return archive.newest(newest).stream()
                .map(story -> new Effect(
                        story,
                        accessOf(story, inForce, now),
                        accessOf(story, other, from),
                        readers()
                                .map(reader -> new Effect.Meeting(
                                        reader.kind(),
                                        String.join("", reader.plans()),
                                        meets(reader, story, inForce, now),
                                        meets(reader, story, other, from)))
                                .toList()))
                .toList();
    }

    /** What the decisions on record of this month and the one before come to under a policy, and whether they are what they were. */
    public Review review(Policy candidate) {
        Instant since =
                secrets.earliest().atDay(1).atStartOfDay(publication.zone()).toInstant();
        log.flush();
        int share = past.share(since);
        Replay replay = new Replay(candidate, policies.history()::under);
        long leftOut = past.each(since, share, replay::again);
        return replay.review(since, share, leftOut);
    }

    private Stream<ReaderFacts> readers() {
        return Stream.concat(
                Stream.of(
                        new ReaderFacts(ReaderClass.ANONYMOUS, false, List.of()),
                        new ReaderFacts(ReaderClass.REGISTERED, true, List.of())),
                vocabulary.plans().keySet().stream()
                        .map(plan -> new ReaderFacts(ReaderClass.SUBSCRIBER, true, List.of(plan))));
    }

    private AccessClass accessOf(Story story, InForce rules, Instant at) {
        StoryFacts facts = StoryFacts.of(story, at, publication.zone());
        return rules.rules().map(policy -> policy.accessOf(facts)).orElse(AccessClass.PREMIUM);
    }

    private Outcome meets(ReaderFacts reader, Story story, InForce rules, Instant at) {
        Facts facts = new Facts(
                at,
                Outlet.PAGE,
                Intent.READING,
                reader,
                StoryFacts.of(story, at, publication.zone()),
                GiftFacts.NONE,
                NOTHING_SPENT,
                false);
        return switch (Rules.judge(rules, facts)) {
            case Ruling.Open open -> Outcome.of(open.ground());
            case Ruling.Shut shut -> Outcome.of(shut.reason());
            case Ruling.Spend spend -> Outcome.SPENT;
            case Ruling.AskGift gift -> throw new IllegalStateException("No gift link was followed");
            case Ruling.AskMeter ask -> throw new IllegalStateException("The meter was told");
        };
    }
}
