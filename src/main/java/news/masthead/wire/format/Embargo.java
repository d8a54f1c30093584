package news.masthead.wire.format;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an item says of the time before which it must not be public, in its field and in prose. Prose can only hold it longer than the field does;
 * what we cannot read for certain holds the item until somebody asks the agency.
 *
 * @param until none for no embargo, or one without a time that we can read
 * @param isOpen whether there is an embargo without a time that we can read
 * @param words as the agency wrote it; empty for no embargo
 */
record Embargo(Optional<Instant> until, boolean isOpen, String words) {

    private static final Pattern LIFTED =
            Pattern.compile("\\b(?:EMBARGO (?:HAS BEEN |IS |NOW )*LIFTED|NO LONGER (?:EMBARGOED|UNDER EMBARGO))\\b");
    private static final Pattern SPEAKS_OF =
            Pattern.compile("(?<!\\b(?:OIL|ARMS|TRADE|GRAIN|EXPORT|IMPORT|WEAPONS|AN) )\\bEMBARGO"
                    + "|\\bSPERRFRIST|[एइ](?:म्|ं)बार्गो|प्रकाशन के लिए नहीं|\\bHOLD FOR RELEASE\\b"
                    + "|\\bNOT (?:FOR|TO BE) [A-Z ,/]{3,60}\\b(?:BEFORE|UNTIL|TILL)\\b"
                    + "|\\bFOR RELEASE (?:AT|ON|AFTER|NOT BEFORE)\\b");
    private static final Pattern HEADLINE =
            Pattern.compile("^[(\\[]?(?:EMBARGO(?:ED)?|SPERRFRIST|HOLD FOR RELEASE)\\b");

    /** Of a whole item, whatever its format put where. */
    static Embargo of(WireCopy copy) {
        WireTime field = copy.embargo();
        List<WireTime> prose =
                sentences(copy).map(sentence -> read(sentence, copy)).toList();
        Optional<Instant> latest = Stream.concat(Stream.of(field), prose.stream())
                .flatMap(time -> Optional.ofNullable(time.at()).stream())
                .max(Instant::compareTo);
        boolean open = field.isGiven()
                ? field.at() == null && latest.isEmpty()
                : prose.stream().anyMatch(time -> time.at() == null);
        String words = Stream.concat(Stream.of(field), prose.stream())
                .map(WireTime::words)
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
        return new Embargo(open ? Optional.empty() : latest, open, words);
    }

    /** None where the sentence speaks of no embargo. */
    static Optional<WireTime> in(String sentence, WireTime sent, Dialect dialect) {
        return speaksOf(sentence)
                ? Optional.of(ProseTime.read(sentence, sent.at(), Optional.of(dialect.zone())))
                : Optional.empty();
    }

    private static Stream<String> sentences(WireCopy copy) {
        boolean titled =
                HEADLINE.matcher(copy.headline().toUpperCase(Locale.ROOT)).find();
        Stream<String> notes = Stream.of(copy.edNote().split(" \\| ")).filter(Embargo::speaksOf);
        return titled ? Stream.concat(Stream.of(copy.headline()), notes) : notes;
    }

    private static boolean speaksOf(String sentence) {
        String words = sentence.toUpperCase(Locale.ROOT);
        return SPEAKS_OF.matcher(words).find() && !LIFTED.matcher(words).find();
    }

    /** The agency's zone is not known here, and the item's stamps tell it only where they carry one of their own. */
    private static WireTime read(String sentence, WireCopy copy) {
        Instant sent = copy.versionCreated().at() == null
                ? copy.firstCreated().at()
                : copy.versionCreated().at();
        return ProseTime.read(sentence, sent, Optional.empty());
    }
}
