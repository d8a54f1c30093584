package news.masthead.billing.letters;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When letters are written, and to whom beside readers. */
@ConfigMapping(prefix = "masthead.letters")
interface LettersSettings {

    /** Where disputes are told of; nowhere but in the log where there is none. */
    Optional<String> staff();

    /** How long before a payment it is announced, for terms of a year and more. */
    @WithDefault("P30D,P7D,P1D")
    List<Duration> beforeLongTerms();

    /** The same for shorter terms, and for the end of a trial or a pause. */
    @WithDefault("P7D,P1D")
    List<Duration> beforeShortTerms();
}
