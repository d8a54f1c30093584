package news.masthead.wire;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import news.masthead.wire.format.Dialect;
import news.masthead.wire.format.UnreadableWire;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireMessage;
import news.masthead.wire.format.WireReader;

/** Where everything the agencies send comes in, by whatever transport. */
@ApplicationScoped
public class WireDesk {

    /** The source of what came from nobody we can name; no agency has this id. */
    public static final String NOBODY = "unknown";

    @Inject
    Agencies agencies;

    @Inject
    WireFile.Repository files;

    @Inject
    WireItems items;

    @Inject
    Intake intake;

    @Inject
    Replay replay;

    @Inject
    MeterRegistry meters;

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

    /**
     * Keeps a delivery whose sender proved nothing, in quarantine and unread, until an editor {@linkplain #hand hands} it to an agency. It is
     * nobody's until then, so that the same bytes are still news when their sender is known.
     *
     * @param reason a sentence for the editor
     */
    public Receipt quarantine(Delivery delivery, String reason) {
        WireFile file = files.keep(NOBODY, delivery, clock.instant());
        unread(file, reason);
        return self.receipt(file.id);
    }

    /**
     * Takes a delivery of {@link #NOBODY} that lies in quarantine as the agency's, as {@link #accept} would have, and puts the item aside that
     * stood for it. A second call changes nothing.
     *
     * @param item id of that item
     * @throws IllegalArgumentException for another item, or for an agency that is not configured
     */
    public Receipt hand(long item, String agency, String editor) {
        WireFile file = self.nobodys(item);
        Receipt receipt = accept(agency, new Delivery(file.bytes, file.charset, Delivery.HANDED, file.name));
        intake.putAside(item, "Handed to " + agency + " by " + editor + ".");
        return receipt;
    }

    @Transactional
    WireFile nobodys(long item) {
        WireItem found = items.findById(item);
        if (found == null || !found.source.equals(NOBODY)) {
            throw new IllegalArgumentException("Only what came from nobody we can name can be handed to an agency.");
        }
        return files.findById(new WireFile.Id(found.source, found.fileHash));
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

    /**
     * Reads a kept file again, after the parser was mended: what waits gets the new reading, what is in the paper gets a proposal beside it, what
     * was killed stays killed, and what could not be read ends as its items. A second time changes nothing.
     *
     * @param who the editor that orders it
     * @throws IllegalArgumentException for a file that never came
     */
    public Reading replay(String source, String hash, String who) {
        return replay.again(new WireFile.Id(source, hash), who, null);
    }

    /**
     * The items that a kept file holds, as this build reads them.
     *
     * @throws UnreadableWire if there are none that we can read
     */
    List<WireCopy> copies(WireFile file) {
        Dialect dialect = agencies.find(file.id.source()).orElseThrow().dialect();
        return meters.timer("masthead.wire.reading").record(() -> WireReader.read(file.bytes, file.charset, dialect));
    }

    /** Takes a kept file's items to their end; those that are there already stay. */
    void read(WireFile file) {
        if (agencies.find(file.id.source()).isEmpty()) {
            unread(file, "There is no agency \"" + file.id.source() + "\" here.");
            return;
        }
        try {
            List<WireCopy> copies = copies(file);
            for (int i = 0; i < copies.size(); i++) {
                boolean last = i == copies.size() - 1;
                intake.arrive(file, i + 1, WireMessage.of(copies.get(i)), last);
            }
        } catch (UnreadableWire unreadable) {
            unread(file, unreadable.getMessage());
        }
    }

    private void unread(WireFile file, String reason) {
        intake.quarantine(file.id, file.name, reason);
        files.read(file.id, clock.instant());
    }

    @Transactional
    Receipt receipt(WireFile.Id file) {
        return new Receipt(file.hash(), items.receipt(file));
    }
}
