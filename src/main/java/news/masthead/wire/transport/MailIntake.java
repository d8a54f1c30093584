package news.masthead.wire.transport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import news.masthead.wire.Delivery;
import news.masthead.wire.Receipt;
import news.masthead.wire.WireDesk;

/** Takes one mail: to the desk as its agency's copy, or to quarantine with the reason. */
@ApplicationScoped
class MailIntake {

    @Inject
    SenderCheck senders;

    @Inject
    WireDesk desk;

    @Inject
    TakenMail.Repository mails;

    @Inject
    Clock clock;

    /** What became of it, if it was taken before. */
    Optional<TakenMail> before(TakenMail.Id id) {
        return mails.taken(id);
    }

    /**
     * Safe to call again if the process dies within: the desk knows the same bytes.
     *
     * @param server the authserv-id of our own mail server
     */
    TakenMail take(TakenMail.Id id, byte[] mail, String server) {
        Letterhead letter = Letterhead.of(mail);
        return switch (senders.sender(letter, server)) {
            case Sender.Proven proven ->
                kept(id, proven.agency(), desk.accept(proven.agency(), delivery(mail, letter)));
            case Sender.Doubtful doubtful -> quarantined(id, delivery(mail, letter), doubtful.reason());
        };
    }

    /** A mail of which only the beginning can be kept here. */
    TakenMail takeBeginning(TakenMail.Id id, byte[] beginning, String reason) {
        return quarantined(id, delivery(beginning, Letterhead.of(beginning)), reason);
    }

    private TakenMail quarantined(TakenMail.Id id, Delivery delivery, String reason) {
        return kept(id, WireDesk.NOBODY, desk.quarantine(delivery, reason));
    }

    private TakenMail kept(TakenMail.Id id, String source, Receipt receipt) {
        TakenMail taken = new TakenMail(id, source, receipt.file(), receipt.wasRead(), clock.instant());
        mails.keep(taken);
        return taken;
    }

    private static Delivery delivery(byte[] mail, Letterhead letter) {
        return new Delivery(mail, "", "mail", letter.subject());
    }
}
