package news.masthead.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private final Contracts contracts = new SmallRyeConfigBuilder()
            .withMapping(Contracts.class)
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "masthead.agencies.cpa.secret", "new,old",
                            "masthead.agencies.ins.feeds[0].url", "https://ins.example/news.xml",
                            "masthead.agencies.ins.feeds[1].url", "https://ins.example/sport.xml",
                            "masthead.agencies.ins.feeds[1].pause", "PT1M"),
                    "test",
                    100))
            .build()
            .getConfigMapping(Contracts.class);

    @Test
    void a_secret_or_a_feed_is_enough_for_a_contract() {
        assertEquals(Set.of("cpa", "ins"), contracts.all().keySet());
    }

    @Test
    void while_a_secret_is_replaced_there_are_two() {
        assertEquals(
                Optional.of(List.of("new", "old")),
                contracts.of("cpa").orElseThrow().secret());
    }

    @Test
    void a_feed_is_looked_at_every_five_minutes_unless_told_otherwise() {
        List<Feed> feeds = contracts.of("ins").orElseThrow().feeds();

        assertEquals(
                List.of(URI.create("https://ins.example/news.xml"), URI.create("https://ins.example/sport.xml")),
                feeds.stream().map(Feed::url).toList());
        assertEquals(
                List.of(Duration.ofMinutes(5), Duration.ofMinutes(1)),
                feeds.stream().map(Feed::pause).toList());
    }
}
