package news.masthead.desk;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.masthead.web.Links;
import news.masthead.wire.Proposals;
import news.masthead.wire.WireItem;

/** Shows what an update changes. */
@ApplicationScoped
class UpdateDiffs {

    @Inject
    Updates updates;

    @Inject
    Proposals proposals;

    @Inject
    UpdateMessages messages;

    /** As an editor meets it: what staff did not touch is chosen. Null for an item that updates nothing in the paper. */
    UpdateDiff of(WireItem item) {
        return of(item, Optional.empty(), note(item));
    }

    /**
     * @param chosen the places that an editor chose; none for what staff did not touch
     */
    UpdateDiff of(WireItem item, Optional<Set<String>> chosen, String note) {
        return updates.of(item).map(update -> diff(item, update, chosen, note)).orElse(null);
    }

    private UpdateDiff diff(WireItem item, Updates.Update update, Optional<Set<String>> chosen, String note) {
        List<UpdateDiff.Row> rows = new ArrayList<>();
        int differing = 0;
        for (Comparison.Place place : update.comparison().places()) {
            differing += place.isSame() ? 0 : 1;
            boolean taken = chosen.map(ids -> ids.contains(place.id())).orElse(!place.isEdited());
            rows.add(row(place, taken, messages.takeParagraph(differing)));
        }
        return new UpdateDiff(
                Links.deskItem(item.id) + "/update",
                Links.deskItem(item.id) + "/dismissal",
                update.version(),
                update.comparison().isEdited(),
                item.headline.equals(update.story().headline) ? "" : item.headline,
                item.kind == WireItem.Kind.CORRECTED,
                note,
                rows);
    }

    private static UpdateDiff.Row row(Comparison.Place place, boolean chosen, String label) {
        return new UpdateDiff.Row(
                place.isSame() ? "" : place.id(),
                html(place.isEdited() ? place.before() : List.of()),
                html(place.paper()),
                html(place.update()),
                place.isEdited(),
                chosen && !place.isSame(),
                label);
    }

    /** An agency's correction is proposed as one that readers see. */
    private String note(WireItem item) {
        return item.kind == WireItem.Kind.CORRECTED ? proposals.correctionNote(item) : "";
    }

    private static RawString html(List<String> blocks) {
        return new RawString(String.join("\n", blocks));
    }
}
