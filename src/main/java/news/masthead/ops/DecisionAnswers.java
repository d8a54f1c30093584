package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.masthead.access.Decisions;
import news.masthead.access.Inquiry;
import news.masthead.access.Recollection;
import news.masthead.access.Recollection.Loss;
import news.masthead.access.Recorded;
import news.masthead.access.SecondLook;
import news.masthead.identity.Accounts;
import news.masthead.identity.Reader;
import news.masthead.ops.DecisionsPage.Answer;
import news.masthead.ops.DecisionsPage.Asked;
import news.masthead.ops.DecisionsPage.Decided;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.values.Dates;
import news.masthead.values.Window;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.web.Stamp;

/** Answers a question about a reader, a story and a time in words. */
@ApplicationScoped
class DecisionAnswers {

    /** Enough of a pseudonym to see that two questions were about one reader. */
    private static final int SHORT = 8;

    @Inject
    Decisions decisions;

    @Inject
    DecisionWords words;

    @Inject
    OpsMessages messages;

    @Inject
    Accounts accounts;

    @Inject
    Archive archive;

    @Inject
    Dates dates;

    Answer answer(Reader reader, Story story, Window span, long askedBy) {
        Recollection known = decisions.about(reader, story.id, span, askedBy);
        return new Answer(
                name(reader),
                link(story),
                messages.span(dates.minute(span.start()), dates.minute(span.end())),
                known.decisions().stream().map(this::decided).toList(),
                notes(known));
    }

    /** The latest questions, each with who asked. */
    List<Asked> asked() {
        return decisions.inquiries().stream().map(this::asked).toList();
    }

    private Asked asked(Inquiry inquiry) {
        NavLink story = archive.story(inquiry.story())
                .map(DecisionAnswers::link)
                .orElseGet(() -> NavLink.to(Long.toString(inquiry.story()), ""));
        return new Asked(
                stamp(inquiry.askedAt()),
                accounts.find(inquiry.askedBy()).map(account -> account.name).orElse(""),
                inquiry.reader().substring(0, SHORT),
                story);
    }

    private Decided decided(Recorded recorded) {
        SecondLook look = decisions.again(recorded);
        return new Decided(
                stamp(recorded.first()),
                recorded.times() == 1 ? null : stamp(recorded.last()),
                recorded.times() == 1 ? "" : messages.times(recorded.times(), dates.second(recorded.last())),
                DecisionWords.isRead(recorded.trace().outcome()),
                words.verdict(recorded.trace().outcome()),
                look.sentence(),
                words.facts(recorded.trace()),
                look.same(),
                look.same() ? "" : messages.other(words.verdict(look.outcome()), look.rule()));
    }

    private List<String> notes(Recollection known) {
        List<String> notes = new ArrayList<>();
        if (known.forgotten()) {
            notes.add(messages.forgotten());
        }
        known.lost().forEach(loss -> notes.add(lost(loss)));
        if (known.more()) {
            notes.add(messages.more());
        }
        if (known.decisions().isEmpty() && !known.forgotten()) {
            notes.add(messages.nothing());
            if (known.lost().isEmpty()) {
                notes.add(messages.neverAsked());
            }
        }
        known.before().ifPresent(at -> notes.add(messages.before(dates.second(at))));
        known.after().ifPresent(at -> notes.add(messages.after(dates.second(at))));
        return notes;
    }

    private String lost(Loss loss) {
        String second = dates.second(loss.second());
        return loss.decisions() == 1 ? messages.lostOne(second) : messages.lost(loss.decisions(), second);
    }

    private String name(Reader reader) {
        return switch (reader) {
            case Reader.Registered registered ->
                messages.account(
                        registered.account(),
                        accounts.find(registered.account()).orElseThrow().name);
            case Reader.Anonymous anonymous -> messages.anonymous(anonymous.id().substring(0, SHORT));
        };
    }

    private Stamp stamp(Instant at) {
        return new Stamp(at.toString(), dates.second(at));
    }

    private static NavLink link(Story story) {
        return NavLink.to(story.headline, Links.story(story.section, story.slug, story.id));
    }
}
