package planted.story;

import java.time.Instant;
import planted.site.PublicResource;

/** Planted: a forbidden arrow, a cycle, an empty name and a time that no test can move. */
class StoryImpl {
    PublicResource page;
    Instant at = Instant.now();
}
