package news.masthead.billing.letters;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import news.masthead.jobs.Job;

/**
 * Sends one letter. Never from two places at once. A process that dies after the mail server took a letter and before that was written down sends
 * it again, under the same Message-ID, which mail programs show once: no protocol of mail can do better.
 */
@ApplicationScoped
class SendLetter implements Job {

    @Inject
    LetterBook book;

    @Inject
    Writing writing;

    @Inject
    Post post;

    @Override
    public String name() {
        return "letter";
    }

    @Override
    public void run(String key) {
        switch (book.take(Letter.Key.of(key))) {
            case LetterBook.Turn.Ours ours -> send(ours.letter());
            case LetterBook.Turn.Over over -> {}
            case LetterBook.Turn.Others others -> throw new IllegalStateException("Letter " + key + " is in hand");
        }
    }

    private void send(Letter letter) {
        try {
            switch (writing.write(letter)) {
                case Writing.Written.ToSend mail -> {
                    post.send(letter.key(), mail);
                    book.sent(letter.key());
                }
                case Writing.Written.Moot moot -> book.drop(letter.key(), moot.reason());
            }
        } catch (Post.NotTaken refusal) {
            tryLater(letter, refusal.getMessage());
        }
    }

    private void tryLater(Letter letter, String problem) {
        if (book.failed(letter, problem)) {
            throw new IllegalStateException("Letter " + letter.key() + " was not taken: " + problem);
        }
        Log.errorf("Letter %s is given up: %s", letter.key(), problem);
    }
}
