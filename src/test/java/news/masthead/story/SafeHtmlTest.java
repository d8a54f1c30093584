package news.masthead.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

    @Test
    void paragraphs_emphasis_and_links_stay() {
        String kept = "<p>Rates <em>held</em>. <strong>No</strong> change.</p>";
        assertEquals(kept, SafeHtml.of(kept));
        assertEquals(
                "<p><a href=\"https://rbi.example/x\" rel=\"nofollow\">RBI</a></p>",
                SafeHtml.of("<p><a href='https://rbi.example/x' onclick='x()'>RBI</a></p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onmouseover=alert(1)>x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>1</script>\">x</a>",
                "<img src=x onerror=alert(1)>",
                "<iframe src=//evil.example></iframe>",
                "<p style=\"background:url(//evil.example)\">x</p>",
                "<svg><script>alert(1)</script></svg>",
                "<form action=//evil.example><button>x</button></form>"
            })
    void nothing_that_runs_or_calls_out_is_left(String hostile) {
        String clean = SafeHtml.of(hostile).toLowerCase(Locale.ROOT);
        for (String trace : new String[] {
            "script", "onm", "onerror", "javascript", "data:", "iframe", "style", "evil", "<img", "<form"
        }) {
            assertFalse(clean.contains(trace), clean);
        }
    }
}
