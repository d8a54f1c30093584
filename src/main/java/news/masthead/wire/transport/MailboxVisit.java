package news.masthead.wire.transport;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import news.masthead.wire.Delivery;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * A connection to a mailbox. What was taken is moved to another folder and never deleted. Between taking and moving stands the note that it was
 * taken ({@link TakenMail}), so that a death in between neither loses nor doubles it.
 */
final class MailboxVisit implements AutoCloseable {

    private static final int LISTED_AT_ONCE = 200;
    private static final int BEGINNING = 64_000;

    private final String name;
    private final MailboxSettings.Mailbox settings;
    private final MailIntake intake;
    private final Postponed postponed;
    private final IMAPStore store;
    private final IMAPFolder inbox;
    private int left;
    private int taken;

    MailboxVisit(String name, MailboxSettings.Mailbox settings, MailIntake intake, Postponed postponed)
            throws MessagingException {
        this.name = name;
        this.settings = settings;
        this.intake = intake;
        this.postponed = postponed;
        this.store = MailServerLine.connect(settings);
        try {
            makeSureOf(settings.doneFolder());
            makeSureOf(settings.errorFolder());
            this.inbox = (IMAPFolder) store.getFolder(settings.folder());
            inbox.open(Folder.READ_WRITE);
        } catch (MessagingException | RuntimeException refused) {
            store.close();
            throw refused;
        }
    }

    private void makeSureOf(String folder) throws MessagingException {
        Folder there = store.getFolder(folder);
        if (!there.exists() && !there.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("The folder " + folder + " is not there and could not be made");
        }
    }

    /**
     * Takes all that is there, oldest first. One bad mail stops no other.
     *
     * @throws MessagingException if the connection broke, or if nothing at all could be taken
     */
    void takeAll() throws MessagingException {
        Message[] all = inbox.getMessages();
        left = all.length;
        taken = 0;
        Optional<Exception> failure = Optional.empty();
        for (int from = 0; from < all.length; from += LISTED_AT_ONCE) {
            Message[] some = Arrays.copyOfRange(all, from, Math.min(all.length, from + LISTED_AT_ONCE));
            inbox.fetch(some, whatToList());
            for (Message message : some) {
                Optional<Exception> another = tried((IMAPMessage) message);
                failure = failure.or(() -> another);
            }
        }
        if (failure.isPresent() && taken == 0) {
            throw new MessagingException("No mail could be taken", failure.get());
        }
    }

    private Optional<Exception> tried(IMAPMessage message) throws MessagingException {
        try {
            taken += take(message) ? 1 : 0;
            return Optional.empty();
        } catch (MessageRemovedException gone) {
            left--;
            return Optional.empty();
        } catch (MessagingException | IOException | RuntimeException bad) {
            if (!inbox.isOpen()) {
                throw new MessagingException("The connection broke", bad);
            }
            postponed.again(id(message), bad);
            return Optional.of(bad);
        }
    }

    private static FetchProfile whatToList() {
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(FetchProfile.Item.FLAGS);
        return profile;
    }

    private boolean take(IMAPMessage message) throws MessagingException, IOException {
        TakenMail.Id id = id(message);
        Optional<TakenMail> before = intake.before(id);
        boolean copied = before.isPresent() && message.isSet(Flags.Flag.DELETED);
        if (copied || !postponed.isDue(id)) {
            return false;
        }
        TakenMail mail = before.isPresent() ? before.get() : taken(id, message);
        move(message, mail.wasRead ? settings.doneFolder() : settings.errorFolder());
        postponed.forget(id);
        return true;
    }

    private TakenMail taken(TakenMail.Id id, IMAPMessage message) throws MessagingException, IOException {
        if (message.getSize() <= Delivery.LARGEST) {
            byte[] mail = beginning(message, Delivery.LARGEST + 1);
            if (mail.length <= Delivery.LARGEST) {
                return intake.take(id, mail, settings.authservId());
            }
        }
        String reason = "The mail is larger than 5 MB and was not taken; it lies in the folder "
                + settings.errorFolder() + " of the mailbox " + name + ".";
        return intake.takeBeginning(id, beginning(message, BEGINNING), reason);
    }

    private static byte[] beginning(IMAPMessage message, int most) throws MessagingException, IOException {
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            return in.readNBytes(most);
        }
    }

    /**
     * Without MOVE (RFC 6851) it is copied, then the original is marked and alone expunged (RFC 4315). Where the server cannot expunge one alone,
     * the marked original stays, as expunging all could take what somebody else marked.
     */
    private void move(IMAPMessage message, String folder) throws MessagingException {
        Message[] one = {message};
        if (store.hasCapability("MOVE")) {
            inbox.moveMessages(one, store.getFolder(folder));
            left--;
            return;
        }
        inbox.copyMessages(one, store.getFolder(folder));
        message.setFlag(Flags.Flag.DELETED, true);
        if (store.hasCapability("UIDPLUS")) {
            inbox.expunge(one);
            left--;
        }
    }

    private TakenMail.Id id(Message message) throws MessagingException {
        return new TakenMail.Id(name, inbox.getUIDValidity(), inbox.getUID(message));
    }

    /** Whether the server tells of new mail by itself (RFC 2177). */
    boolean isTold() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Whether mail came since all was taken. Asks the server. */
    boolean hasNews() throws MessagingException {
        return inbox.getMessageCount() > left;
    }

    /** Returns when the server tells of something, or after {@link #wake}. */
    void listen() throws MessagingException {
        inbox.idle(true);
    }

    /** Ends {@link #listen}: any other command does. */
    void wake() throws MessagingException {
        inbox.getMessageCount();
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
