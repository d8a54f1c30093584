package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the reader that somebody of the staff asks about, by what a reader can tell of themselves. */
@ApplicationScoped
public class Readers {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{1,18}");
    private static final Pattern COOKIE =
            Pattern.compile("(?:(?:__Host-)?reader=)?([A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43})");

    @Inject
    Accounts accounts;

    @Inject
    AnonymousIds anonymousIds;

    /**
     * Readers without their roles; none where nobody is called so, several where they share an e-mail address.
     *
     * @param words an account's number, an e-mail address in any case, or the reader cookie with or without its name
     */
    public List<Reader> called(String words) {
        Matcher cookie = COOKIE.matcher(words);
        if (cookie.matches()) {
            return anonymousIds.read(cookie.group(1)).map(Reader.class::cast).stream()
                    .toList();
        }
        List<Account> found = ACCOUNT.matcher(words).matches()
                ? accounts.find(Long.parseLong(words)).stream().toList()
                : accounts.ofEmail(words);
        return found.stream()
                .map(account -> (Reader) new Reader.Registered(account.id, Set.of(), account.emailVerified))
                .toList();
    }
}
