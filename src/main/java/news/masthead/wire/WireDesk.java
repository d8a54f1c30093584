package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import news.masthead.wire.format.UnreadableWire;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireMessage;
import news.masthead.wire.format.WireReader;

/** Where everything the agencies send comes in, by whatever transport. */
@ApplicationScoped
public class WireDesk {

    @Inject
    Agencies agencies;

    @Inject
    WireFile.Repository files;

    @Inject
    WireItems items;

    @Inject
    Intake intake;

    @Inject
    Clock clock;

    @Inject
    WireDesk self;

    /**
     * Keeps the bytes for ever, then takes each item in them to where it ends. The same bytes a second time change nothing and get the same
     * answer.
     *
     * @param source id of a configured agency
     * @throws IllegalArgumentException for an agency that is not configured
     */
    public Receipt accept(String source, Delivery delivery) {
        if (agencies.find(source).isEmpty()) {
            throw new IllegalArgumentException("There is no agency \"" + source + "\".");
        }
        WireFile file = files.keep(source, delivery, clock.instant());
        if (file.readAt == null) {
            read(file);
        }
        return self.receipt(file.id);
    }

    /** Whether there is anything to read in a delivery, without taking it. */
    boolean couldRead(String source, Delivery delivery) {
        try {
            WireReader.read(
                    delivery.bytes(),
                    delivery.charset(),
                    agencies.find(source).orElseThrow().dialect());
            return true;
        } catch (UnreadableWire unreadable) {
            return false;
        }
    }

    /** Takes a kept file's items to their end; those that are there already stay. */
    void read(WireFile file) {
        try {
            List<WireCopy> copies = WireReader.read(
                    file.bytes,
                    file.charset,
                    agencies.find(file.id.source()).orElseThrow().dialect());
            for (int i = 0; i < copies.size(); i++) {
                intake.arrive(file.id, i + 1, WireMessage.of(copies.get(i)));
            }
        } catch (UnreadableWire unreadable) {
            intake.quarantine(file.id, file.name, unreadable.getMessage());
        }
        files.read(file.id, clock.instant());
    }

    @Transactional
    Receipt receipt(WireFile.Id file) {
        return new Receipt(
                file.hash(), items.outcomesOf(file).stream().map(this::line).toList());
    }

    private Receipt.Line line(Outcome outcome) {
        WireItem item = items.findById(outcome.item);
        String guid = item.kind == WireItem.Kind.UNREADABLE ? "" : item.guid;
        return new Receipt.Line(
                item.id,
                guid,
                item.version,
                item.headline,
                outcome.outcome.name().toLowerCase(Locale.ROOT),
                outcome.reason);
    }
}
