package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import news.masthead.story.Handling;
import news.masthead.story.Provenance;
import news.masthead.values.Publication;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireTime;

/** What stands in the paper beside an agency's words, by what was done to them. */
@ApplicationScoped
class Attribution {

    @Inject
    Publication publication;

    @Inject
    CreditMessages messages;

    /** Of an item's own words, which may have been edited. */
    Provenance of(WireItem item, Agency agency, WireCopy copy, Handling handling) {
        return switch (handling) {
            case UNTOUCHED -> agencys(item, agency, copy, handling, ofThisPaper(agency));
            case REFRAMED -> agencys(item, agency, copy, handling, reframed(agency));
            case EDITED -> ofStaff(item, agency, expires(copy));
        };
    }

    /** Of staff's words from an item that nobody but a person could read. */
    Provenance ofStaff(WireItem item, Agency agency) {
        return ofStaff(item, agency, Optional.empty());
    }

    /** Of an agency's own words that no item of its wire brought. */
    Provenance ofWordsBrought(String guid, Agency agency) {
        return new Provenance(
                agency.id(),
                guid,
                agency.creditLine(),
                ofThisPaper(agency),
                "",
                null,
                Handling.UNTOUCHED,
                agency.kind() == Agency.Kind.PRESS_RELEASE);
    }

    private Provenance ofStaff(WireItem item, Agency agency, Optional<Instant> expires) {
        return new Provenance(
                item.source,
                item.guid,
                messages.withInputsFrom(agency.creditLine()),
                "",
                "",
                expires.orElse(null),
                Handling.EDITED,
                isPaid(agency, item));
    }

    private static Provenance agencys(
            WireItem item, Agency agency, WireCopy copy, Handling handling, String disclaimer) {
        return new Provenance(
                item.source,
                item.guid,
                credit(copy, agency.creditLine()),
                disclaimer,
                copy.signOff(),
                expires(copy).orElse(null),
                handling,
                isPaid(agency, item));
    }

    private String ofThisPaper(Agency agency) {
        return agency.disclaimer().orElse("").replace("{publication}", publication.name());
    }

    /** Only where the agency wants readers told at all. */
    private String reframed(Agency agency) {
        String name = publication.name();
        return agency.disclaimer().isEmpty() ? "" : messages.reframed(name.startsWith("The ") ? name : "the " + name);
    }

    /** The agency's own journalist is named before the agency. */
    private static String credit(WireCopy copy, String agency) {
        boolean unnamed = copy.byline().isEmpty() || copy.byline().contains(agency);
        return unnamed ? agency : copy.byline() + ", " + agency;
    }

    private static Optional<Instant> expires(WireCopy copy) {
        return Optional.ofNullable(copy.expires()).map(WireTime::at);
    }

    /** An agency may be paid for all it sends, or for a single item between its news. */
    private static boolean isPaid(Agency agency, WireItem item) {
        return agency.kind() == Agency.Kind.PRESS_RELEASE
                || item.copy().filter(WireCopy::isPaidFor).isPresent();
    }
}
