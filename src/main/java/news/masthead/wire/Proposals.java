package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import news.masthead.story.Handling;
import news.masthead.story.Provenance;
import news.masthead.wire.format.Take;
import news.masthead.wire.format.WireCopy;

/** What an item would be as a story, before an editor has touched it. */
@ApplicationScoped
public class Proposals {

    @Inject
    Agencies agencies;

    @Inject
    Attribution attribution;

    @Inject
    Threads threads;

    /**
     * A story in the making.
     *
     * @param blocks its words in safe HTML blocks, the first paragraph opening with the dateline
     * @param section slug of the section that fits; none where the agency's profile names none
     * @param provenance the credit and the disclaimer that go with it as long as nobody touches it
     */
    public record Proposal(String headline, List<String> blocks, Optional<String> section, Provenance provenance) {}

    /** None for a file that could not be read, or an agency that is configured no more. */
    public Optional<Proposal> of(WireItem item) {
        return item.copy().flatMap(copy -> agencies.find(item.source).map(agency -> proposal(item, copy, agency)));
    }

    /** What readers are told of an agency's correction, until an editor finds better words: its note to editors is not for readers. */
    public String correctionNote(WireItem item) {
        String agency = agencies.find(item.source).map(Agency::name).orElse(item.source);
        return "This story has been corrected by " + agency + ".";
    }

    private Proposal proposal(WireItem item, WireCopy copy, Agency agency) {
        return new Proposal(
                copy.readableHeadline(),
                Take.of(copy).kind() == Take.Kind.APPENDS ? threads.assembled(item) : Dateline.into(copy),
                agency.routing().sectionOf(copy),
                attribution.of(item, agency, copy, Handling.UNTOUCHED));
    }
}
