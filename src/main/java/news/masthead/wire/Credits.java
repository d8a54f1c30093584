package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import news.masthead.story.Handling;
import news.masthead.story.Provenance;
import org.jsoup.Jsoup;

/** Credit and disclaimer of a story that was made of wire copy. They follow from what was done to the copy, and nobody types them. */
@ApplicationScoped
public class Credits {

    @Inject
    WireItems items;

    @Inject
    Agencies agencies;

    @Inject
    Proposals proposals;

    @Inject
    Attribution attribution;

    /**
     * A story as it goes into the paper.
     *
     * @param words its HTML blocks, in front of the wall and behind it
     */
    public record Printed(String headline, String teaser, boolean hasPicture, List<String> words) {}

    /**
     * Of a story that was made of an item.
     *
     * @throws java.util.NoSuchElementException if the item could not be read, or its agency is configured no more
     */
    public Provenance of(WireItem item, Printed printed) {
        return compared(item, printed).orElseThrow();
    }

    /** Of a story that is in the paper and changes there. Where nothing is left to compare it with, its credit stays and it is taken for edited. */
    @Transactional
    public Provenance ofChanged(long story, Provenance known, Printed printed) {
        return ofComparable(story, known, printed).orElseGet(known::edited);
    }

    /** As {@link #ofChanged}; none where nothing is left to compare it with. */
    @Transactional
    public Optional<Provenance> ofComparable(long story, Provenance known, Printed printed) {
        return items.lastPublishedAs(story)
                .flatMap(item -> compared(item, printed))
                .map(now -> now.ofItem(known.source(), known.guid()));
    }

    /** Of a story that staff wrote of an item that could not be read; none for an agency that is not configured. */
    public Optional<Provenance> ofStaffCopy(WireItem item) {
        return agencies.find(item.source).map(agency -> attribution.ofStaff(item, agency));
    }

    /** Of words that came another way than the wire and are said to be the agency's own; none for an agency that is not configured. */
    public Optional<Provenance> ofWordsBrought(String source, String guid) {
        return agencies.find(source).map(agency -> attribution.ofWordsBrought(guid, agency));
    }

    private Optional<Provenance> compared(WireItem item, Printed printed) {
        return proposals
                .of(item)
                .map(sent -> attribution.of(
                        item,
                        agencies.find(item.source).orElseThrow(),
                        item.copy().orElseThrow(),
                        handling(sent, printed)));
    }

    private static Handling handling(Proposals.Proposal sent, Printed printed) {
        List<String> agencys = words(sent.blocks());
        if (!words(printed.words()).equals(agencys)) {
            return Handling.EDITED;
        }
        boolean framed = printed.hasPicture()
                || !words(printed.headline()).equals(words(sent.headline()))
                || Collections.indexOfSubList(agencys, words(printed.teaser())) < 0;
        return framed ? Handling.REFRAMED : Handling.UNTOUCHED;
    }

    private static List<String> words(List<String> blocks) {
        return blocks.stream()
                .flatMap(block -> words(Jsoup.parseBodyFragment(block).text()).stream())
                .toList();
    }

    /** How quotes and dashes are drawn and where lines break is a typesetter's; every other sign is the writer's. */
    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[‘’‚‛]", "'")
                .replaceAll("[“”„‟]", "\"")
                .replaceAll("[‐‑‒–—―]", "-");
        return Arrays.stream(plain.split("[\\s\\u00a0]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
