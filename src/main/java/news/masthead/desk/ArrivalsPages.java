package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.web.Notice;
import news.masthead.wire.Arrivals;
import news.masthead.wire.Replays;

/** Makes the page of what came. */
@ApplicationScoped
class ArrivalsPages {

    private static final int PAGE_SIZE = 40;
    private static final int LAST_ORDERS = 3;

    @Inject
    Arrivals arrivals;

    @Inject
    Replays replays;

    @Inject
    ReplayWords orders;

    @Inject
    InboxForms choices;

    @Inject
    FileWords words;

    @Inject
    Publication publication;

    @Inject
    Frames frames;

    @Inject
    DeskMessages desk;

    @Inject
    FileMessages messages;

    /**
     * @param typed the order that is not clear yet
     * @param error what is wrong with it; empty when nothing is
     */
    ArrivalsPage page(ArrivalFields asked, Notice notice, ReplayFields typed, String error) {
        Arrivals.Choice choice = asked.choice(publication.zone());
        Turned<Arrivals.Arrival> page = turned(asked, choice);
        Map<Arrivals.Ending, Long> counts = arrivals.counts(choice);
        String here = asked.address(choice.ending());
        return new ArrivalsPage(
                frames.around(desk.arrivals(), Frames.ARRIVALS),
                notice,
                Arrays.stream(Arrivals.Ending.values())
                        .map(ending -> link(asked, ending, counts.get(ending)))
                        .toList(),
                ArrivalFields.slug(choice.ending()),
                form(asked, choice),
                page.rows().stream().map(words::row).toList(),
                new ArrivalsPage.Order(
                        Links.DESK_REPLAYS,
                        choices.agencies(typed.agency(), messages.chooseAgency()),
                        new StoryForm.Field(typed.from(), ""),
                        new StoryForm.Field(typed.until(), ""),
                        error),
                replays.latest(LAST_ORDERS).stream().map(orders::given).toList(),
                page.hasNewer() ? here + "&after=" + name(page.rows().getFirst()) : "",
                page.hasOlder() ? here + "&before=" + name(page.rows().getLast()) : "");
    }

    private Turned<Arrivals.Arrival> turned(ArrivalFields asked, Arrivals.Choice choice) {
        Optional<Arrivals.Name> before = ArrivalFields.file(asked.before());
        if (before.isPresent()) {
            return Turned.back(arrivals.olderThan(before.get(), choice, PAGE_SIZE + 1), PAGE_SIZE);
        }
        List<Arrivals.Arrival> newer = ArrivalFields.file(asked.after())
                .map(after -> arrivals.newerThan(after, choice, PAGE_SIZE + 1))
                .orElse(List.of());
        return newer.size() > PAGE_SIZE
                ? Turned.forth(newer, PAGE_SIZE)
                : Turned.first(arrivals.newest(choice, PAGE_SIZE + 1), PAGE_SIZE);
    }

    private ArrivalsPage.Form form(ArrivalFields asked, Arrivals.Choice choice) {
        return new ArrivalsPage.Form(
                Links.DESK_ARRIVALS,
                ArrivalFields.slug(choice.ending()),
                choices.agencies(asked.agency()),
                asked.day(),
                asked.isNarrow() ? Links.DESK_ARRIVALS + "?ended=" + ArrivalFields.slug(choice.ending()) : "");
    }

    private NavLink link(ArrivalFields asked, Arrivals.Ending ending, long counted) {
        String count = Count.of(counted, publication.language());
        String label = switch (ending) {
            case ALL -> messages.showAll(count);
            case ACCEPTED -> messages.showAccepted(count);
            case DUPLICATE -> messages.showDuplicate(count);
            case SUPERSEDED -> messages.showSuperseded(count);
            case QUARANTINED -> messages.showQuarantined(count);
            case UNREAD -> messages.showUnread(count);
        };
        return new NavLink(ArrivalFields.slug(ending), label, asked.address(ending));
    }

    private static String name(Arrivals.Arrival arrival) {
        return ArrivalFields.name(arrival.file().id());
    }
}
