package news.masthead.billing.tax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import news.masthead.values.Publication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxRulesTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("masthead.publication.name", "The Times"),
            Map.entry("masthead.publication.tagline", "Told"),
            Map.entry("masthead.publication.zone", "Asia/Kolkata"),
            Map.entry("masthead.publication.language", "en-IN"),
            Map.entry("masthead.publication.sections[0].slug", "one"),
            Map.entry("masthead.publication.sections[0].name", "One"),
            Map.entry("masthead.tax.seller.name", "The Times Limited"),
            Map.entry("masthead.tax.seller.address", "Mumbai"),
            Map.entry("masthead.tax.seller.gstin", "27AAPFU0939F1ZV"),
            Map.entry("masthead.tax.rates[0].from", "2027-01-01"),
            Map.entry("masthead.tax.rates[0].basis-points", "500"),
            Map.entry("masthead.tax.rates[0].code", "998431"),
            Map.entry("masthead.tax.rates[0].description", "Online newspaper"),
            Map.entry("masthead.tax.rates[1].from", "2017-07-01"),
            Map.entry("masthead.tax.rates[1].basis-points", "1800"),
            Map.entry("masthead.tax.rates[1].code", "998431"),
            Map.entry("masthead.tax.rates[1].description", "Online newspaper"));

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T18:29:59Z, 1800",
        "2026-12-31T18:30:00Z, 500",
        "2017-06-30T18:30:00Z, 1800",
        "2031-01-01T00:00:00Z, 500"
    })
    void a_rate_holds_from_midnight_in_the_publishers_zone(Instant paid, int basisPoints) {
        assertEquals(basisPoints, rules(Map.of()).rateAt(paid).basisPoints());
    }

    @Test
    void before_the_first_rate_there_is_none() {
        assertThrows(IllegalStateException.class, () -> rules(Map.of()).rateAt(Instant.parse("2017-06-30T18:29:59Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-31T18:29:59.999Z, 26-27",
        "2027-03-31T18:30:00Z, 27-28",
        "2026-12-31T23:59:59Z, 26-27",
        "2099-12-31T00:00:00Z, 99-00"
    })
    void a_financial_year_ends_on_31_march_at_midnight_in_india(Instant at, String year) {
        assertEquals(year, FiscalYear.of(at, INDIA).toString());
    }

    @Test
    void a_number_has_sixteen_characters_at_most() {
        NumberPattern pattern = new NumberPattern("INV/{year}/{number}");
        assertEquals("INV/26-27/000001", pattern.number(new FiscalYear(2026), 1));
        assertEquals("INV/26-27/999999", pattern.number(new FiscalYear(2026), 999_999));
        assertThrows(IllegalStateException.class, () -> pattern.number(new FiscalYear(2026), 1_000_000));
        assertEquals("B26-27-1000000", new NumberPattern("B{year}-{number}").number(new FiscalYear(2026), 1_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"INVO/{year}/{number}", "INV/{number}", "INV/{year}", "INV_{year}{number}", "INV {year}{number}"
            })
    void a_pattern_that_the_law_forbids_stops_the_start(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> rules(Map.of("masthead.tax.invoice-number", pattern)));
    }

    @ParameterizedTest
    @CsvSource({
        "masthead.tax.seller.gstin, 27AAPFU0939F1ZW",
        "masthead.tax.rates[0].from, 2017-07-01",
        "masthead.tax.rates[0].basis-points, -1",
        "masthead.tax.rates[0].code, digital",
        "masthead.tax.credit-note-number, INV-{year}-{number}"
    })
    void a_wrong_setting_stops_the_start(String setting, String value) {
        assertThrows(IllegalArgumentException.class, () -> rules(Map.of(setting, value)));
    }

    @Test
    void without_a_seller_there_is_nobody_to_issue() {
        Map<String, String> bare = new HashMap<>(SETTINGS);
        bare.keySet().removeIf(key -> key.startsWith("masthead.tax"));
        assertTrue(built(bare).seller().isEmpty());
    }

    private static TaxRules rules(Map<String, String> otherwise) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(otherwise);
        return built(settings);
    }

    private static TaxRules built(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(TaxSettings.class)
                .withMapping(Publication.class)
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build();
        return new TaxRules(config.getConfigMapping(TaxSettings.class), config.getConfigMapping(Publication.class));
    }
}
