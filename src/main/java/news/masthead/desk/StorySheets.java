package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.masthead.story.Archive;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.story.Withdrawal;
import news.masthead.story.Withdrawals;
import news.masthead.web.Links;
import news.masthead.web.Notice;

/** The desk's page of one story, as it is in the paper or out of it. */
@ApplicationScoped
class StorySheets {

    @Inject
    Archive archive;

    @Inject
    Withdrawals withdrawals;

    @Inject
    Newsroom newsroom;

    @Inject
    ReceiptLists receipts;

    @Inject
    Forms forms;

    @Inject
    Frames frames;

    @Inject
    DeskMessages messages;

    @Inject
    WithdrawalMessages sentences;

    StoryPage untouched(Story story, Notice notice) {
        return page(story, notice, words(story), Map.of(), OrderFields.NONE);
    }

    /** A correction that could not be taken. */
    StoryPage corrected(Story story, Notice notice, StoryFields typed, Map<String, String> problems) {
        return page(story, notice, typed, problems, OrderFields.NONE);
    }

    /** An order that lacks something. */
    StoryPage ordered(Story story, OrderFields typed) {
        return page(story, null, words(story), Map.of(), typed);
    }

    private StoryFields words(Story story) {
        return StoryFields.of(story, newsroom.wordsOf(story));
    }

    private StoryPage page(
            Story story, Notice notice, StoryFields typed, Map<String, String> problems, OrderFields order) {
        String address = Links.deskStory(story.id);
        return new StoryPage(
                frames.around(story.headline, Frames.STORIES),
                notice,
                story.headline,
                story.provenance().map(Provenance::creditLine).orElse(""),
                frames.stamp(story.publishedAt),
                Standings.of(story),
                Links.story(story.section, story.slug, story.id),
                story.isPublished() ? forms.form(Forms.Kind.STORY, address + "/correction", typed, problems) : null,
                story.isPublished() ? order(address + "/withhold", order) : null,
                story.isKilled() ? null : order(address + "/kill", order),
                story.isWithheld() ? release(story, address, order) : null,
                receipts.of(story.id),
                history(story));
    }

    private StoryPage.Order order(String action, OrderFields typed) {
        OrderFields asked = action.endsWith("/" + typed.verb()) ? typed : OrderFields.NONE;
        return new StoryPage.Order(
                action,
                new StoryForm.Field(asked.notice(), asked.lacksNotice() ? messages.needsNotice() : ""),
                new StoryForm.Field(asked.reason(), asked.lacksReason() ? messages.needsReason() : ""),
                asked.lacksNotice() || asked.lacksReason());
    }

    /** One's own withhold is released by any editor; an agency's when somebody has asked for it and somebody else, a senior, agrees. */
    private StoryPage.Release release(Story story, String address, OrderFields typed) {
        Withdrawal withhold = withdrawals.lastOf(story.id).orElseThrow();
        Optional<Withdrawal.ReleaseWish> wish = withhold.releaseWish();
        boolean ask = withhold.byAgency && wish.isEmpty();
        boolean asked = typed.verb().equals(OrderFields.RELEASE_WISH);
        return new StoryPage.Release(
                ask ? address + "/release-wish" : "",
                new StoryForm.Field(
                        asked ? typed.reason() : "", asked && typed.lacksReason() ? messages.needsReason() : ""),
                wish.map(one -> sentences.releaseWish(one.by(), one.reason())).orElse(""),
                Newsroom.mayRelease(withhold, frames.colleague()) ? address + "/release" : "");
    }

    private List<StoryPage.Change> history(Story story) {
        return archive.versionsOf(story.id).stream()
                .map(version -> {
                    String[] change = version.change.split(": ", 2);
                    return new StoryPage.Change(
                            frames.stamp(version.at), version.editor, change[0], change.length > 1 ? change[1] : "");
                })
                .toList();
    }
}
