package news.masthead.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What the publisher asks of machines (RFC 9309). */
@ConfigMapping(prefix = "masthead.robots")
interface RobotsSettings {

    /**
     * Names of machines that are to stay away altogether; as shipped, those whose owners say that they gather text for models to learn from.
     * Search engines' own are not among them.
     */
    @WithDefault(
            "AI2Bot,Amazonbot,Applebot-Extended,Bytespider,CCBot,ClaudeBot,cohere-training-data-crawler,Diffbot,Google-Extended,GPTBot,"
                    + "meta-externalagent,omgili,PanguBot,Timpibot")
    Optional<List<String>> refused();
}
