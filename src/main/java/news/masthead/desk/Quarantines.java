package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import news.masthead.web.Links;
import news.masthead.wire.Arrivals;
import news.masthead.wire.WireDesk;
import news.masthead.wire.WireItem;

/** What an editor can do about an item in quarantine. */
@ApplicationScoped
class Quarantines {

    @Inject
    Arrivals arrivals;

    @Inject
    InboxForms choices;

    @Inject
    FileMessages messages;

    /** Null for an item that lies in none. */
    ItemPage.Quarantine of(WireItem item) {
        if (!Standings.isQuarantined(item)) {
            return null;
        }
        String address = Links.deskItem(item.id);
        if (item.source.equals(WireDesk.NOBODY)) {
            return new ItemPage.Quarantine(
                    "", "", address + "/agency", choices.configured("", messages.chooseAgency()));
        }
        Arrivals.Name file = arrivals.nameOf(item);
        return new ItemPage.Quarantine(
                Links.deskFile(file.source(), file.hash()) + "/replay", address + "/story", "", List.of());
    }
}
