package news.masthead.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import news.masthead.access.DecisionRows.Around;
import news.masthead.access.DecisionRows.Subject;
import news.masthead.identity.Reader;
import news.masthead.values.Window;

/** Why somebody could or could not read a story: what was kept then, and whether the same facts still lead to the same decision. */
@ApplicationScoped
public class Decisions {

    private static final int MOST = 50;

    @Inject
    DecisionLog log;

    @Inject
    DecisionRows rows;

    @Inject
    Inquiries inquiries;

    @Inject
    ReaderKeys keys;

    @Inject
    MonthSecrets secrets;

    @Inject
    PolicyBook policies;

    @Inject
    Sentences sentences;

    /**
     * What is known of a reader and a story in a span. What another node has decided within the last second may be missing.
     *
     * @param askedBy account of whoever asks, who is written down first
     */
    public Recollection about(Reader reader, long story, Window span, long askedBy) {
        List<Subject> subjects = secrets.kept().stream()
                .map(month -> new Subject(month, keys.of(reader, month), story))
                .toList();
        Subject asked = subjects.stream()
                .filter(subject -> subject.month().equals(secrets.monthOf(span.start())))
                .findFirst()
                .orElseGet(subjects::getLast);
        inquiries.note(asked.month(), asked.key(), story, askedBy);
        log.flush();
        return recollection(subjects, span);
    }

    /** Judges a recorded decision again. */
    public SecondLook again(Recorded recorded) {
        Trace then = recorded.trace();
        return switch (Rules.judge(policies.under(then.policyVersion()), then.facts())) {
            case Ruling.Open open -> look(then, Outcome.of(open.ground()), open.rule(), sentence(open.ground()));
            case Ruling.Shut shut -> look(then, Outcome.of(shut.reason()), shut.rule(), sentences.of(shut.reason()));
            case Ruling.Spend spend -> look(then, Outcome.SPENT, spend.rule(), sentence(spend.meter(), then));
            case Ruling.AskGift gift -> unfinished();
            case Ruling.AskMeter meter -> unfinished();
        };
    }

    /** The newest questions first. */
    public List<Inquiry> inquiries() {
        return inquiries.newest(MOST);
    }

    private Recollection recollection(List<Subject> subjects, Window span) {
        List<Around> around =
                subjects.stream().map(subject -> rows.around(span, subject)).toList();
        List<Recorded> found = subjects.stream()
                .flatMap(subject -> rows.in(span, subject, MOST + 1).stream())
                .sorted(Comparator.comparing(Recorded::first))
                .toList();
        return new Recollection(
                found.stream().limit(MOST).toList(),
                found.size() > MOST,
                instants(around, Around::before).max(Comparator.naturalOrder()),
                instants(around, Around::after).min(Comparator.naturalOrder()),
                rows.lost(span, MOST),
                secrets.monthOf(span.start()).isBefore(secrets.earliest()));
    }

    private static SecondLook look(Trace then, Outcome outcome, String rule, String sentence) {
        int usedAfter = then.facts().meter().used() + (outcome == Outcome.SPENT ? 1 : 0);
        boolean same = outcome == then.outcome() && rule.equals(then.rule()) && usedAfter == then.usedAfter();
        return new SecondLook(outcome, rule, sentence, same);
    }

    /** The rules want to know more than what was enough then, so they are not the same. */
    private static SecondLook unfinished() {
        return new SecondLook(Outcome.CLOSED, "more facts are wanted", "", false);
    }

    private String sentence(Granted.Ground ground) {
        return ground instanceof Granted.Metered metered ? sentences.left(metered) : "";
    }

    private String sentence(Meter meter, Trace spent) {
        int left = Math.max(0, meter.limit() - spent.usedAfter());
        return sentences.left(new Granted.Metered(left, meter.limit(), meter.window()));
    }

    private static Stream<Instant> instants(List<Around> around, Function<Around, Instant> which) {
        return around.stream().map(which).filter(Objects::nonNull);
    }
}
