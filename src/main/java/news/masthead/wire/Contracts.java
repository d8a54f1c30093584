package news.masthead.wire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agencies the paper has a contract with, as the operator configured them: secrets, which are nowhere else, and what differs from the shipped profile. */
@ConfigMapping(prefix = "masthead.agencies")
interface Contracts {

    @WithParentName
    Map<String, Contract> all();

    default Optional<Contract> of(String source) {
        return Optional.ofNullable(all().get(source));
    }

    /** One agency's. Whatever it leaves unsaid is as in the shipped profile. */
    interface Contract {

        /** What it proves itself with when it pushes ({@code Authorization: Bearer ...}); without one, and without a secret, it cannot push. */
        Optional<String> token();

        /** What it signs its pushes with ({@code X-Masthead-Signature}). Two while one is replaced. */
        Optional<List<String>> secret();

        /** What is fetched from it. */
        List<Feed> feeds();

        Optional<String> name();

        Optional<String> zone();

        Optional<String> charset();

        Optional<String> language();

        Optional<List<String>> datelineNames();

        Optional<String> creditLine();

        Optional<String> disclaimer();

        Optional<String> signOff();

        Optional<String> section();

        Map<String, String> sections();
    }
}
