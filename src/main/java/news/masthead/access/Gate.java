package news.masthead.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import news.masthead.access.MeterBook.Entry;
import news.masthead.identity.Reader;
import news.masthead.story.Story;
import news.masthead.subscription.Entitlements;
import news.masthead.values.Publication;
import news.masthead.values.Window;

/** Decides who reads what. Every surface that shows a story asks it, and nobody else may open a body. */
@ApplicationScoped
public class Gate {

    @Inject
    Bodies bodies;

    @Inject
    Entitlements entitlements;

    @Inject
    MeterBook meters;

    @Inject
    MeterSettings limits;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    /**
     * One decision. A spend is durable before this returns; a second decision on the same story in the same window costs nothing.
     *
     * @param story published
     */
    public Decision decide(Reader reader, Story story, Intent intent) {
        if (story.hasLapsed(clock.instant())) {
            return new Decision.Lapsed();
        }
        return switch (story.access) {
            case FREE -> granted(new Granted.Free(), story);
            case PREMIUM -> readsEverything(reader) ? granted(groundOf(reader), story) : new Decision.PremiumOnly();
            case METERED -> readsEverything(reader) ? granted(groundOf(reader), story) : metered(reader, story, intent);
        };
    }

    /** How many free stories this reader has left, without spending one. */
    public Granted.Metered allowance(Reader reader) {
        int limit = limitOf(reader);
        int used = meters.entry(reader, window()).size();
        return new Granted.Metered(Math.max(0, limit - used), limit);
    }

    /** How many free stories a month logging in gives. */
    public int registeredAllowance() {
        return limits.registered();
    }

    private boolean readsEverything(Reader reader) {
        return switch (reader) {
            case Reader.Anonymous anonymous -> false;
            case Reader.Registered registered ->
                registered.isStaff() || entitlements.cover(registered.account(), clock.instant());
        };
    }

    private static Granted.Ground groundOf(Reader reader) {
        return reader instanceof Reader.Registered registered && registered.isStaff()
                ? new Granted.Staff()
                : new Granted.Entitled();
    }

    private Decision metered(Reader reader, Story story, Intent intent) {
        Window window = window();
        int limit = limitOf(reader);
        Entry entry =
                intent == Intent.READING ? meters.spend(reader, window, story.id, limit) : meters.entry(reader, window);
        if (entry.holds(story.id)) {
            return granted(new Granted.Metered(Math.max(0, limit - entry.size()), limit), story);
        }
        return intent == Intent.PEEKING && entry.size() < limit
                ? new Decision.NotReading(limit, window.end())
                : new Decision.MeterUsedUp(limit, window.end());
    }

    private Granted granted(Granted.Ground ground, Story story) {
        return new Granted(ground, () -> bodies.of(story.id));
    }

    private int limitOf(Reader reader) {
        return switch (reader) {
            case Reader.Anonymous anonymous -> limits.anonymous();
            case Reader.Registered registered -> limits.registered();
        };
    }

    private Window window() {
        Instant now = clock.instant();
        return Window.monthOf(now, publication.zone());
    }
}
