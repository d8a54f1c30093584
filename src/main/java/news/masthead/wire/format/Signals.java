package news.masthead.wire.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an agency signals with an item, in lower case, with and without the scheme before the colon. */
record Signals(Set<String> words) {

    static Signals of(WireCopy copy) {
        return new Signals(copy.signals().stream()
                .map(signal -> signal.strip().toLowerCase(Locale.ROOT))
                .flatMap(signal -> Stream.of(signal, signal.substring(signal.lastIndexOf(':') + 1)))
                .collect(Collectors.toSet()));
    }

    boolean any(String... wanted) {
        return Arrays.stream(wanted).anyMatch(words::contains);
    }
}
