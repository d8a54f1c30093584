package news.masthead.billing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import news.masthead.jobs.Outbox;

/** Which letters there are, and who is sending them. */
@ApplicationScoped
class LetterBook {

    /** Longer than {@link Post} waits for a mail server. */
    static final Duration TURN = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofDays(3);

    @Inject
    Letter.Repository letters;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    SendLetter send;

    @Inject
    Clock clock;

    /** Queues it with the transaction around this call, unless it was before. */
    @Transactional
    void queue(Draft draft) {
        int queued = entities.createNativeQuery("""
                        insert into letter (kind, ref, account, subscription, plan, paise, about, why, queued_at)
                        values (:kind, :ref, :account, :subscription, :plan, :paise, :about, nullif(:why, ''), :now)
                        on conflict do nothing""")
                .setParameter("kind", draft.key().kind().name())
                .setParameter("ref", draft.key().ref())
                .setParameter("account", draft.account())
                .setParameter("subscription", draft.subscription())
                .setParameter("plan", draft.plan())
                .setParameter("paise", draft.amount().paise())
                .setParameter("about", draft.about())
                .setParameter("why", draft.why().orElse(""))
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (queued == 1) {
            outbox.soon(send, draft.key().toString());
        }
    }

    /** Whose turn it is to send a letter. */
    sealed interface Turn {

        record Ours(Letter letter) implements Turn {}

        /** It was sent, or is not to be. */
        record Over() implements Turn {}

        /** Somebody else has it in hand, on this node or another, or died over it. */
        record Others() implements Turn {}
    }

    /**
     * Takes a letter in hand. Until the turn is over or a few minutes have passed nobody else does. The minutes are the database's: one clock for all
     * nodes, and none that is moved to see a renewal.
     */
    @Transactional
    Turn take(Letter.Key key) {
        int taken = entities.createNativeQuery("""
                        update letter set claimed_until = now() + make_interval(secs => :turn), tries = tries + 1
                        where kind = :kind and ref = :ref and state = 'QUEUED'
                            and (claimed_until is null or claimed_until <= now())""")
                .setParameter("turn", TURN.toSeconds())
                .setParameter("kind", key.kind().name())
                .setParameter("ref", key.ref())
                .executeUpdate();
        Letter letter = letters.findById(key);
        if (taken == 1) {
            return new Turn.Ours(letter);
        }
        return letter == null || letter.state != Letter.State.QUEUED ? new Turn.Over() : new Turn.Others();
    }

    @Transactional
    void sent(Letter.Key key) {
        close(key, Letter.State.SENT, "");
    }

    @Transactional
    void drop(Letter.Key key, String reason) {
        close(key, Letter.State.DROPPED, reason);
    }

    /**
     * Lets go of a letter that the mail server did not take.
     *
     * @return whether it is to be tried again
     */
    @Transactional
    boolean failed(Letter letter, String problem) {
        boolean again = clock.instant().isBefore(letter.queuedAt.plus(PATIENCE));
        close(letter.key(), again ? Letter.State.QUEUED : Letter.State.FAILED, problem);
        return again;
    }

    @Transactional
    boolean has(Letter.Key key) {
        return letters.findByIdOptional(key).isPresent();
    }

    @Transactional
    List<Letter> of(long account) {
        return letters.ofAccount(account);
    }

    /**
     * Forgets the letters of an account.
     *
     * @param proof of which those that were sent stay
     * @param staffs which stay, sent or not
     */
    @Transactional
    void forget(long account, List<Letter.Kind> proof, Letter.Kind staffs) {
        letters.delete(
                "account = ?1 and kind <> ?2 and not (state = ?3 and kind in ?4)",
                account,
                staffs,
                Letter.State.SENT,
                proof);
    }

    private void close(Letter.Key key, Letter.State state, String problem) {
        entities.createNativeQuery("""
                        update letter set state = :state, claimed_until = null, problem = nullif(:problem, ''),
                            sent_at = case when :state = 'SENT' then cast(:now as timestamptz) end
                        where kind = :kind and ref = :ref""")
                .setParameter("state", state.name())
                .setParameter("problem", problem)
                .setParameter("now", clock.instant())
                .setParameter("kind", key.kind().name())
                .setParameter("ref", key.ref())
                .executeUpdate();
    }
}
