package news.masthead.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import news.masthead.story.StoryCorrected;
import news.masthead.story.StoryKilled;
import news.masthead.story.StoryPublished;
import news.masthead.values.Dates;

/**
 * The pages that are kept as bytes. Each change of the paper begins a new edition and every key carries its edition, so a page whose rendering
 * began before a kill can never be served after it.
 */
@ApplicationScoped
class Renditions {

    private static final long MOST_BYTES = 128L << 20;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    private final AtomicLong edition = new AtomicLong();

    private final Cache<Key, Object> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Object value) ->
                    value instanceof Rendition page ? page.gzipped().length() : 4_096)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /** The paper as it is now; take it before reading anything that goes into a page. */
    Issue now() {
        return new Issue(edition.get(), dates.dayOf(clock.instant()));
    }

    void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoryPublished event) {
        edition.incrementAndGet();
    }

    void corrected(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoryCorrected event) {
        edition.incrementAndGet();
    }

    void killed(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoryKilled event) {
        edition.incrementAndGet();
    }

    /** One state of the paper on one day (pages print the date). */
    final class Issue {

        private final long edition;
        private final LocalDate day;

        private Issue(long edition, LocalDate day) {
            this.edition = edition;
            this.day = day;
        }

        /** The page at {@code path} in one variant; rendered when first asked for. */
        Rendition page(String path, Variant variant, Supplier<TemplateInstance> page) {
            return (Rendition) kept.get(
                    new Key(edition, day, path, variant),
                    key -> Rendition.of(page.get().render()));
        }

        /** What stands at {@code path}, looked up once. */
        <T> T fact(String path, Class<T> type, Supplier<T> lookup) {
            return type.cast(kept.get(new Key(edition, day, path, null), key -> lookup.get()));
        }
    }

    private record Key(long edition, LocalDate day, String path, Variant variant) {}
}
