package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Our own server-side sessions, so that a page view decrypts no token and a log-out is final. */
@ApplicationScoped
public class Sessions {

    private static final Duration LIFETIME = Duration.ofDays(30);

    private static final int TOKEN_BYTES = 32;
    private static final int TOKEN_LENGTH = 43;

    @Inject
    Session.Repository sessions;

    @Inject
    KnownSessions known;

    @Inject
    Account.Repository accounts;

    @Inject
    Devices devices;

    @Inject
    StaffCheck staffCheck;

    @Inject
    Clock clock;

    @Inject
    Sessions self;

    private final SecureRandom random = new SecureRandom();

    /**
     * Opens a session for somebody who has just proved who they are, and ends the oldest where there are too many.
     *
     * @param roles as the identity provider gives them
     * @param tokens its tokens, kept to end its session at log-out and to ask again whether staff are still staff
     * @param device what the browser says it is, for the reader's list of devices
     * @return the token for the cookie, which is stored nowhere; none for a banned account
     */
    @Transactional
    public Optional<String> open(Account account, Set<String> roles, Tokens tokens, String device) {
        if (accounts.locked(account.id).isBanned()) {
            return Optional.empty();
        }
        devices.makeRoom(account.id);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Session session = new Session();
        session.id = UUID.randomUUID();
        session.tokenHash = hash(token);
        session.account = account.id;
        session.roles = roles.toArray(String[]::new);
        session.idToken = tokens.idToken();
        session.refreshToken = tokens.refreshToken().orElse(null);
        session.device = device.substring(0, Math.min(device.length(), 300));
        session.openedAt = clock.instant();
        session.checkedAt = session.openedAt;
        session.expiresAt = session.openedAt.plus(LIFETIME);
        sessions.persist(session);
        return Optional.of(token);
    }

    /** Whose session a cookie opens; none for anything that is not the token of an open session. Staff are asked after every five minutes. */
    public Optional<Reader.Registered> reader(String token) {
        if (token == null || token.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        Optional<Known> session = known.get(token);
        if (session.filter(staffCheck::isDue).isPresent()) {
            session = askAgain(token, session.get());
        }
        return session.filter(one -> clock.instant().isBefore(one.expiresAt())).map(Known::reader);
    }

    /**
     * Ends a session at once.
     *
     * @return the identity provider's id token, to end its session too
     */
    @Transactional
    public Optional<String> close(String token) {
        Optional<Session> session = sessions.locked(hash(token));
        session.ifPresent(one -> {
            sessions.delete(one);
            known.changed(one.account);
        });
        return session.map(one -> one.idToken);
    }

    /** By one request, however many come at this moment: the provider takes a refresh token once. */
    private Optional<Known> askAgain(String token, Known due) {
        if (self.claims(token, due)) {
            self.heed(token, staffCheck.ask(due.refreshToken()));
        }
        return known.get(token);
    }

    @Transactional
    boolean claims(String token, Known due) {
        boolean first = sessions.isCheckedFrom(hash(token), due.checkedAt(), staffCheck.nextTry());
        if (first) {
            known.changed(due.reader().account());
        }
        return first;
    }

    @Transactional
    void heed(String token, StaffCheck.Answer answer) {
        sessions.locked(hash(token)).ifPresent(session -> {
            known.changed(session.account);
            switch (answer) {
                case StaffCheck.Answer.Unreachable unreachable -> {}
                case StaffCheck.Answer.Dismissed dismissed -> sessions.delete(session);
                case StaffCheck.Answer.StillHere here -> session.renew(here, clock.instant());
            }
        });
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The identity provider's tokens of one log-in. */
    public record Tokens(String idToken, Optional<String> refreshToken) {}

    record Known(Reader.Registered reader, Optional<String> refreshToken, Instant checkedAt, Instant expiresAt) {
        static Known of(Session.Found found) {
            Session session = found.session();
            return new Known(
                    session.reader(found.verified()),
                    Optional.ofNullable(session.refreshToken),
                    session.checkedAt,
                    session.expiresAt);
        }
    }
}
