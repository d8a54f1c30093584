package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IANS   | Thiruvananthapuram, March 22 (IANS) The           | Thiruvananthapuram, March 22 (IANS)               | Thiruvananthapuram | IANS",
                "PTI    | New Delhi, Nov 1 (PTI) The                        | New Delhi, Nov 1 (PTI)                            | New Delhi          | PTI",
                "ANI    | Chennai (Tamil Nadu) [India], August 19 (ANI): A  | Chennai (Tamil Nadu) [India], August 19 (ANI):    | Chennai            | ANI",
                "ANI    | Pune (Maharashtra) [India], May 9 (ANI/PNN): A    | Pune (Maharashtra) [India], May 9 (ANI/PNN):      | Pune               | ANI/PNN",
                "Reuters| MUMBAI (Reuters) - The                            | MUMBAI (Reuters) -                                | MUMBAI             | Reuters",
                "Reuters| NEW YORK, Nov 24 (Reuters) - The                  | NEW YORK, Nov 24 (Reuters) -                      | NEW YORK           | Reuters",
                "Reuters| Aug 12 (Reuters) - The                            | Aug 12 (Reuters) -                                | ''                 | Reuters",
                "Reuters| REUTERS - The                                     | REUTERS -                                         | ''                 | REUTERS",
                "AFP    | STOCKHOLM, Aug 29, 2014 (AFP) - The               | STOCKHOLM, Aug 29, 2014 (AFP) -                   | STOCKHOLM          | AFP",
                "AFP    | PARIS, 26 août 2014 (AFP) - La                    | PARIS, 26 août 2014 (AFP) -                       | PARIS              | AFP",
                "AFP    | SEOUL, Nov 26 AFP - The                           | SEOUL, Nov 26 AFP -                               | SEOUL              | AFP",
                "AP     | BEIJING (AP) _ Stuck                              | BEIJING (AP) _                                    | BEIJING            | AP",
                "AP     | CHATHAM, Mass. (AP) — A                           | CHATHAM, Mass. (AP) —                             | CHATHAM            | AP",
                "dpa    | Berlin (dpa) - The                                | Berlin (dpa) -                                    | Berlin             | dpa",
                "dpa    | Berlin/Washington (dpa/AFP) - Die                 | Berlin/Washington (dpa/AFP) -                     | Berlin/Washington  | dpa/AFP",
                "Kyodo  | SAITAMA, Japan, Dec. 9 Kyodo - Urawa              | SAITAMA, Japan, Dec. 9 Kyodo -                    | SAITAMA            | Kyodo",
                "ATS    | Paris (ats afp) Les                               | Paris (ats afp)                                   | Paris              | ats afp",
                "आईएनएस | नई दिल्ली, 12 अगस्त (आईएनएस)। सोना                        | नई दिल्ली, 12 अगस्त (आईएनएस)                            | नई दिल्ली             | आईएनएस",
                "INS    | Nagpur, Aug 12 (Other Agency) A                   | Nagpur, Aug 12 (Other Agency)                     | Nagpur             | Other Agency",
            })
    void every_form_that_is_known_in_print(String name, String start, String words, String place, String agency) {
        assertEquals(Optional.of(new Dateline(words, place, agency)), Dateline.of(start, signing(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The fair opens on Aug 12 (Friday) at ten.",
                "He told reporters on Aug 12 AFP had called.",
                "the (PTI) lower case",
                "Prices rose (see table) by a third."
            })
    void a_sentence_is_no_dateline(String sentence) {
        assertEquals(Optional.empty(), Dateline.of(sentence, signing("INS")));
    }

    @Test
    void a_file_of_nobody_still_has_the_form_with_place_and_day() {
        assertEquals(
                "INS",
                Dateline.of("Pune, Aug 12 (INS) It", Dialect.OF_NOBODY)
                        .orElseThrow()
                        .agency());
        assertEquals(Optional.empty(), Dateline.of("Pune (INS) - It", Dialect.OF_NOBODY));
    }

    private static Dialect signing(String name) {
        return new Dialect(List.of(name), ZoneOffset.UTC, "", Optional.empty());
    }
}
