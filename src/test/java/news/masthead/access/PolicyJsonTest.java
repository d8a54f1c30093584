package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.masthead.access.Policy.AccessRule;
import news.masthead.access.Policy.Allowance;
import news.masthead.access.Policy.ArchiveRight;
import news.masthead.story.AccessClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyJsonTest {

    private static final String PLAIN = """
            {"window": {"kind": "month"}, "allowances": [{"reader": "anonymous", "stories": 3}], "access": [],
            "safetyTopics": [], "archive": [], "verifiedEmail": true}""";

    static Stream<Policy> policies() {
        Optional<String> none = Optional.empty();
        Allowance anonymous = new Allowance(ReaderClass.ANONYMOUS, none, 0);
        Allowance markets = new Allowance(ReaderClass.REGISTERED, Optional.of("markets"), Allowance.MOST);
        AccessRule all = new AccessRule(none, none, none, Optional.empty(), Optional.empty(), AccessClass.FREE);
        AccessRule narrow = new AccessRule(
                Optional.of("markets"),
                Optional.of("budget"),
                Optional.of("ins"),
                Optional.of(AccessRule.OLDEST),
                Optional.of(LocalDate.of(2020, 2, 29)),
                AccessClass.PREMIUM);
        List<ArchiveRight> archive =
                List.of(new ArchiveRight("*", LocalDate.of(2020, 1, 1)), new ArchiveRight("yearly", LocalDate.EPOCH));
        return Stream.of(
                new Policy(new MeterWindow.CalendarMonth(), List.of(), List.of(), Set.of(), List.of(), false),
                new Policy(
                        new MeterWindow.RollingDays(28),
                        List.of(anonymous, markets),
                        List.of(narrow, all),
                        Set.of("flood", "cyclone"),
                        archive,
                        true));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void what_is_written_is_read(Policy policy) {
        assertEquals(policy, PolicyJson.read(PolicyJson.write(policy)));
    }

    @Test
    void the_plain_one_is_read() {
        assertEquals(
                3,
                PolicyJson.read(PLAIN).meter(ReaderClass.ANONYMOUS, "markets").limit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"archive\": []|\"archive\": [], \"geo\": [\"IN\"]|\"geo\"",
                "\"kind\": \"month\"|\"kind\": \"week\"|\"week\"",
                "\"kind\": \"month\"|\"kind\": \"month\", \"zone\": \"UTC\"|\"zone\"",
                "\"kind\": \"month\"|\"kind\": \"days\", \"days\": 29|29",
                "\"kind\": \"month\"|\"kind\": \"days\", \"days\": 0|0",
                "\"kind\": \"month\"|\"kind\": \"days\", \"days\": 7.5|7.5",
                "\"kind\": \"month\"|\"kind\": \"days\", \"days\": 99999999999|99999999999",
                "\"kind\": \"month\"|\"kind\": \"days\"|\"days\"",
                "\"stories\": 3|\"stories\": 1001|1001",
                "\"stories\": 3|\"stories\": -1|-1",
                "\"stories\": 3|\"stories\": \"3\"|\"3\"",
                "\"stories\": 3|\"stories\": 3, \"per\": \"day\"|\"per\"",
                "\"reader\": \"anonymous\"|\"reader\": \"subscriber\"|SUBSCRIBER",
                "\"reader\": \"anonymous\"|\"reader\": \"ANONYMOUS\"|\"ANONYMOUS\"",
                "\"stories\": 3}|\"stories\": 3}, {\"reader\": \"anonymous\", \"stories\": 9}|same readers",
                "\"access\": []|\"access\": [{\"as\": \"secret\"}]|\"secret\"",
                "\"access\": []|\"access\": [{\"section\": \"markets\"}]|\"as\"",
                "\"access\": []|\"access\": [{\"as\": \"free\", \"country\": \"IN\"}]|\"country\"",
                "\"access\": []|\"access\": [{\"as\": \"free\", \"olderThanDays\": 0}]|0",
                "\"access\": []|\"access\": [{\"as\": \"free\", \"before\": \"2026-02-30\"}]|2026-02-30",
                "\"access\": []|\"access\": [{\"as\": \"free\", \"section\": \"\"}]|\"section\"",
                "\"access\": []|\"access\": [{\"as\": \"free\", \"section\": null}]|null",
                "\"access\": []|\"access\": {\"as\": \"free\"}|\"access\"",
                "\"access\": []|\"access\": [\"free\"]|access rule",
                "\"safetyTopics\": []|\"safetyTopics\": [7]|7",
                "\"archive\": []|\"archive\": [{\"plan\": \"*\"}]|\"since\"",
                "\"archive\": []|\"archive\": [{\"plan\": \"*\", \"since\": \"1997\"}]|1997",
                "\"verifiedEmail\": true|\"verifiedEmail\": \"yes\"|\"yes\"",
                ", \"verifiedEmail\": true||\"verifiedEmail\"",
                "\"verifiedEmail\": true|\"verifiedEmail\": true, \"verifiedEmail\": false|no JSON",
                "\"verifiedEmail\": true}|\"verifiedEmail\": true} {}|no JSON",
                "{\"window\"|[{\"window\"|no JSON"
            })
    void what_nobody_knows_is_refused_and_named(String known, String unknown, String named) {
        String rules = PLAIN.replace("\n", " ").replace(known, unknown == null ? "" : unknown);
        UnknownRule refused = assertThrows(UnknownRule.class, () -> PolicyJson.read(rules));
        assertTrue(refused.getMessage().contains(named), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "\"month\"", "7", "null", "{}"})
    void what_is_no_policy_at_all_is_refused(String rules) {
        assertThrows(UnknownRule.class, () -> PolicyJson.read(rules));
    }
}
