package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTimeTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-08-12T14:05:00+05:30       | 2026-08-12T08:35:00Z",
                "2016-01-04T16:34:45.000Z        | 2016-01-04T16:34:45Z",
                "2018-10-21T16:25:32-0500        | 2018-10-21T21:25:32Z",
                "20190121T102708                 | 2019-01-21T04:57:08Z",
                "2016-01-12 12:35:40             | 2016-01-12T07:05:40Z",
                "2019-04-15T11:12:24             | 2019-04-15T05:42:24Z",
                "Wed, 12 Aug 2026 14:05:10 +0530 | 2026-08-12T08:35:10Z",
                "2026-08-12T14:05:00.52Z         | 2026-08-12T14:05:00.520Z",
                "12 Aug 26 14:05:10 GMT          | 2026-08-12T14:05:10Z",
                "Wed, 12 Aug 2026 14:05 EDT      | 2026-08-12T18:05:00Z",
                "2014-07-16 13:00:03 GMT+00:00   | 2014-07-16T13:00:03Z"
            })
    void the_shapes_agencies_use_are_read_and_a_time_without_zone_is_the_agencys(String words, Instant meant) {
        assertEquals(meant, WireTime.of(words, KOLKATA).at());
    }

    @Test
    void words_that_mean_no_time_are_kept_without_one() {
        assertEquals(new WireTime("until further notice", null), WireTime.of("until further notice", KOLKATA));
        assertEquals(WireTime.NONE, WireTime.of("  ", KOLKATA));
    }
}
