package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import news.masthead.jobs.Outbox;

/** The open sessions of one account, as its owner or an administrator ends them. What is ended here ends on every node and at the identity provider. */
@ApplicationScoped
public class Devices {

    @Inject
    Session.Repository sessions;

    @Inject
    EndedSession.Repository ended;

    @Inject
    KnownSessions known;

    @Inject
    EndAtProvider endAtProvider;

    @Inject
    Outbox outbox;

    @Inject
    IdentitySettings settings;

    @Inject
    Clock clock;

    /** The newest first. */
    @Transactional
    List<Session> of(long account) {
        return sessions.newestFirst(account).stream()
                .filter(session -> session.isOpen(clock.instant()))
                .toList();
    }

    public int count(long account) {
        return of(account).size();
    }

    /**
     * @param session its id, not its token
     * @return whether the account has such a session; another's is left alone
     */
    @Transactional
    public boolean end(long account, UUID session) {
        return end(account, one -> one.id.equals(session)) > 0;
    }

    /** Whether a session is the one that this cookie opens. */
    @Transactional
    boolean isHere(UUID session, String token) {
        return sessions.findByIdOptional(Sessions.hash(token))
                .filter(one -> one.id.equals(session))
                .isPresent();
    }

    /** Log-out everywhere. */
    @Transactional
    public int endAll(long account) {
        return end(account, session -> true);
    }

    /** Log-out everywhere but in the session that this cookie opens. */
    @Transactional
    int endOthers(long account, String token) {
        byte[] here = Sessions.hash(token);
        return end(account, session -> !Arrays.equals(session.tokenHash, here));
    }

    /** Ends the oldest, so that one more may be opened. The caller holds the account's row, else two log-ins would count the same sessions. */
    void makeRoom(long account) {
        sessions.newestFirst(account).stream().skip(settings.sessions() - 1L).forEach(this::end);
    }

    private int end(long account, Predicate<Session> which) {
        List<Session> ending =
                sessions.newestFirst(account).stream().filter(which).toList();
        ending.forEach(this::end);
        return ending.size();
    }

    private void end(Session session) {
        boolean wasOpen = sessions.delete("id", session.id) > 0;
        known.changed(session.account);
        if (wasOpen && session.refreshToken != null) {
            ended.persist(new EndedSession(session, clock.instant()));
            outbox.soon(endAtProvider, session.id.toString());
        }
    }
}
