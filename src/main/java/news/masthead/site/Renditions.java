package news.masthead.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import news.masthead.access.PolicyBook;
import news.masthead.story.Editions;
import news.masthead.values.Dates;

/**
 * The pages that are kept as bytes. Each change of the paper, on any node, begins a new edition and every key carries its edition, so a page whose
 * rendering began before a kill can never be served after it.
 */
@ApplicationScoped
class Renditions {

    private static final long MOST_BYTES = 128L << 20;

    @Inject
    Editions editions;

    @Inject
    Dates dates;

    @Inject
    Lapses lapses;

    @Inject
    PolicyBook policies;

    @Inject
    Clock clock;

    private final Cache<Key, Object> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Object value) ->
                    value instanceof Rendition page ? page.gzipped().length() : 4_096)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /**
     * What {@code work} makes of the paper as it is; where a story left the paper while it was made, it is made again, so that no answer shows what
     * was killed while it was written.
     */
    <T> T answer(Function<Issue, T> work) {
        Issue issue = now();
        T answer = work.apply(issue);
        while (editions.withdrewSince(issue.edition)) {
            issue = now();
            answer = work.apply(issue);
        }
        return answer;
    }

    /** Lets go of what older editions said at these addresses; it is asked for no more, but it holds words. */
    void forget(Predicate<String> path) {
        long current = editions.now();
        kept.asMap().keySet().removeIf(key -> key.edition < current && path.test(key.path));
    }

    private Issue now() {
        Instant now = clock.instant();
        long edition = editions.now();
        return new Issue(edition, dates.dayOf(now), lapses.last(edition, now), policies.numberAt(now));
    }

    /** One state of the paper on one day (pages print the date), between two lapses of somebody's words, under one policy. */
    final class Issue {

        private final long edition;
        private final LocalDate day;
        private final Instant lapse;
        private final long policy;

        private Issue(long edition, LocalDate day, Instant lapse, long policy) {
            this.edition = edition;
            this.day = day;
            this.lapse = lapse;
            this.policy = policy;
        }

        /** The page at {@code path} in one variant; rendered when first asked for. */
        Rendition page(String path, Variant variant, Supplier<TemplateInstance> page) {
            return (Rendition) kept.get(
                    new Key(edition, day, lapse, policy, path, variant),
                    key -> Rendition.of(page.get().render()));
        }

        /** What stands at {@code path}, looked up once. */
        <T> T fact(String path, Class<T> type, Supplier<T> lookup) {
            return type.cast(kept.get(new Key(edition, day, lapse, policy, path, null), key -> lookup.get()));
        }
    }

    private record Key(long edition, LocalDate day, Instant lapse, long policy, String path, Variant variant) {}
}
