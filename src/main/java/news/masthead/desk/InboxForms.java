package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.wire.Agencies;
import news.masthead.wire.Agency;
import news.masthead.wire.Arrivals;
import news.masthead.wire.Search;
import news.masthead.wire.WireDesk;

/** The fields that narrow a list of the desk. */
@ApplicationScoped
class InboxForms {

    private static final int LEAST_URGENT = 9;

    @Inject
    Agencies agencies;

    @Inject
    Arrivals arrivals;

    @Inject
    Publication publication;

    @Inject
    InboxMessages messages;

    InboxPage.Form of(Search search) {
        Search everything = Search.ALL.of(search.filter());
        return new InboxPage.Form(
                Links.DESK,
                InboxFields.slug(search.filter()),
                search.words(),
                agencies(search.source()),
                sections(search.section()),
                urgencies(search.urgency()),
                search.isNarrow() ? InboxFields.address(everything) : "");
    }

    /** Those that are configured, and those that sent something when they were; before them all of them at once. */
    List<StoryForm.Choice> agencies(String chosen) {
        return agencies(chosen, messages.everyAgency());
    }

    /** The same, and {@code nobody} in words for none of them. */
    List<StoryForm.Choice> agencies(String chosen, String nobody) {
        return choices(Stream.concat(agencies.all().keySet().stream(), arrivals.sources().stream()), chosen, nobody);
    }

    /** Those that are configured. */
    List<StoryForm.Choice> configured(String chosen, String nobody) {
        return choices(agencies.all().keySet().stream(), chosen, nobody);
    }

    private List<StoryForm.Choice> choices(Stream<String> ids, String chosen, String nobody) {
        return withAll(
                nobody,
                ids.distinct()
                        .map(id -> new StoryForm.Choice(id, name(id), id.equals(chosen)))
                        .sorted((one, other) -> one.label().compareToIgnoreCase(other.label())));
    }

    /** As readers know it; its id where it is configured no more. */
    String name(String agency) {
        return agency.equals(WireDesk.NOBODY)
                ? messages.nobody()
                : agencies.find(agency).map(Agency::name).orElse(agency);
    }

    private List<StoryForm.Choice> sections(String chosen) {
        return withAll(
                messages.everySection(),
                publication.sections().stream()
                        .map(one -> new StoryForm.Choice(
                                one.slug(), one.name(), one.slug().equals(chosen))));
    }

    private List<StoryForm.Choice> urgencies(int chosen) {
        return withAll(
                messages.anyUrgency(),
                IntStream.rangeClosed(1, LEAST_URGENT)
                        .mapToObj(urgency -> new StoryForm.Choice(
                                Integer.toString(urgency),
                                urgency == 1 ? messages.flash(urgency) : Integer.toString(urgency),
                                urgency == chosen)));
    }

    private static List<StoryForm.Choice> withAll(String words, Stream<StoryForm.Choice> each) {
        return Stream.concat(Stream.of(new StoryForm.Choice("", words, false)), each)
                .toList();
    }
}
