package news.masthead.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import news.masthead.SiteTest;
import news.masthead.given.Size;
import news.masthead.web.Site;
import org.junit.jupiter.api.Test;

/** Promise 1: gated words never leave the server without a grant, and nothing that a stranger gets depends on them. */
@SiteTest
class LeakProbeTest {

    private static final boolean IS_FULL = Size.of(0, 1) == 1;

    @Inject
    GivenGround grounds;

    @Inject
    Site site;

    @Test
    void no_stranger_gets_a_gated_word_or_anything_that_depends_on_one() throws Exception {
        Inquiry inquiry = Inquiry.at(
                site.url(), grounds, Size.of(1, 2), IS_FULL ? Addresses.routes() : Addresses.routesForReaders());

        System.out.println("Leak probe: " + inquiry);
        assertEquals("", inquiry.findings());
        assertTrue(inquiry.before().requests() >= Size.of(2_000, 15_000), inquiry.toString());
    }
}
