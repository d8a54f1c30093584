package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.masthead.story.Handling;
import news.masthead.story.Provenance;
import news.masthead.values.Publication;
import news.masthead.wire.format.WireCopy;
import org.jsoup.Jsoup;

/** Credit and disclaimer of a story that was made of wire copy. They follow from what was done to the copy, and nobody types them. */
@ApplicationScoped
public class Credits {

    @Inject
    WireItems items;

    @Inject
    Agencies agencies;

    @Inject
    Publication publication;

    @Inject
    CreditMessages messages;

    /**
     * A story as it goes into the paper.
     *
     * @param words its HTML blocks, in front of the wall and behind it
     */
    public record Printed(String headline, String teaser, boolean hasPicture, List<String> words) {}

    /** Of a story that was made of an item. */
    public Provenance of(WireItem item, Printed printed) {
        WireCopy copy = item.copy().orElseThrow();
        return provenance(item, copy, handling(copy, printed));
    }

    /**
     * Of a story that is in the paper and changes there. One whose item is not to be found any more keeps the credit it has, and is taken for
     * edited.
     */
    @Transactional
    public Provenance ofChanged(long story, Provenance known, Printed printed) {
        return items.lastPublishedAs(story)
                .filter(item -> item.copy().isPresent())
                .map(item -> of(item, printed))
                .map(now -> now.ofItem(known.source(), known.guid()))
                .orElseGet(() -> known.edited());
    }

    /** Of a story that staff wrote of an item that could not be read; none for an agency that is not configured. */
    public Optional<Provenance> ofStaffCopy(WireItem item) {
        return agencies.find(item.source)
                .map(agency -> new Provenance(
                        item.source,
                        item.guid,
                        messages.withInputsFrom(agency.creditLine()),
                        "",
                        "",
                        null,
                        Handling.EDITED,
                        agency.kind() == Agency.Kind.PRESS_RELEASE));
    }

    /** As the agency sent it. */
    Provenance untouched(WireItem item, WireCopy copy) {
        return provenance(item, copy, Handling.UNTOUCHED);
    }

    private Provenance provenance(WireItem item, WireCopy copy, Handling handling) {
        Optional<Agency> agency = agencies.find(item.source);
        String name = agency.map(Agency::creditLine).orElse(item.source.toUpperCase(Locale.ROOT));
        String disclaimer = agency.flatMap(Agency::disclaimer).orElse("");
        return new Provenance(
                item.source,
                item.guid,
                handling == Handling.EDITED ? messages.withInputsFrom(name) : credit(copy, name),
                disclaimer.isEmpty() ? "" : disclaimer(handling, disclaimer),
                handling == Handling.EDITED ? "" : copy.signOff(),
                copy.expires().at(),
                handling,
                agency.filter(one -> one.kind() == Agency.Kind.PRESS_RELEASE).isPresent());
    }

    private String disclaimer(Handling handling, String agencys) {
        return switch (handling) {
            case UNTOUCHED -> agencys.replace("{publication}", publication.name());
            case REFRAMED -> messages.reframed(withArticle(publication.name()));
            case EDITED -> "";
        };
    }

    private static String withArticle(String name) {
        return name.startsWith("The ") ? name : "the " + name;
    }

    /** The agency's own journalist is named before the agency. */
    private static String credit(WireCopy copy, String agency) {
        boolean unnamed = copy.byline().isEmpty() || copy.byline().contains(agency);
        return unnamed ? agency : copy.byline() + ", " + agency;
    }

    private static Handling handling(WireCopy copy, Printed printed) {
        List<String> agencys = words(Dateline.into(copy));
        if (!words(printed.words()).equals(agencys)) {
            return Handling.EDITED;
        }
        boolean framed = printed.hasPicture()
                || !words(printed.headline()).equals(words(copy.readableHeadline()))
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
