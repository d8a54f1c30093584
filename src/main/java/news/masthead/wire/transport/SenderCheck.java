package news.masthead.wire.transport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.masthead.wire.Agencies;
import news.masthead.wire.Agency;
import news.masthead.wire.transport.AuthenticationResults.Result;

/**
 * Whom a mail is from: the agency whose trusted senders its From address is among, if our own mail server says that the address is true. That is
 * dmarc=pass, or dkim=pass or spf=pass for the domain of the address, and no dmarc=fail
 * (<a href="https://www.rfc-editor.org/rfc/rfc7489#section-3.1">RFC 7489, alignment</a>). All else is doubtful.
 */
@ApplicationScoped
class SenderCheck {

    @Inject
    Agencies agencies;

    /**
     * @param server the authserv-id of our own mail server
     */
    Sender sender(Letterhead letter, String server) {
        Optional<String> from = letter.from();
        if (from.isEmpty()) {
            return new Sender.Doubtful("Its From line is missing, or does not name one sender.");
        }
        List<String> trusting = agenciesTrusting(from.get());
        if (trusting.size() != 1) {
            return new Sender.Doubtful("No one agency sends mail from " + from.get()
                    + (trusting.isEmpty() ? "." : ", but each of these: " + String.join(", ", trusting) + "."));
        }
        String domain = from.get().substring(from.get().indexOf('@') + 1);
        return letter.authentication(server)
                .<Sender>map(results -> judged(results.results(), domain, trusting.getFirst()))
                .orElseGet(() -> new Sender.Doubtful(
                        "It says it is from " + from.get() + ", an address of " + trusting.getFirst()
                                + ", and our mail server " + server + " has not said whether that is so."));
    }

    private List<String> agenciesTrusting(String from) {
        String domain = from.substring(from.indexOf('@'));
        return agencies.all().values().stream()
                .filter(agency ->
                        agency.senders().contains(from) || agency.senders().contains(domain))
                .map(Agency::id)
                .toList();
    }

    private static Sender judged(List<Result> results, String domain, String agency) {
        boolean failed = results.stream().anyMatch(result -> result.is("dmarc", "fail"));
        boolean proven = results.stream().anyMatch(result -> proves(result, domain));
        return proven && !failed
                ? new Sender.Proven(agency)
                : new Sender.Doubtful("Our mail server could not confirm that it is from " + domain + ", an address of "
                        + agency + ": " + summary(results) + ".");
    }

    private static boolean proves(Result result, String domain) {
        return result.is("dmarc", "pass")
                        && result.domain("header.from").filter(domain::equals).isPresent()
                || result.is("dkim", "pass")
                        && result.domain("header.d")
                                .or(() -> result.domain("header.i"))
                                .filter(signer -> aligned(signer, domain))
                                .isPresent()
                || result.is("spf", "pass")
                        && result.domain("smtp.mailfrom")
                                .filter(sender -> aligned(sender, domain))
                                .isPresent();
    }

    /** The domain itself or one below it: who has {@code mail.ins.example} has it from {@code ins.example}. */
    private static boolean aligned(String proven, String domain) {
        return proven.equals(domain) || proven.endsWith("." + domain);
    }

    private static String summary(List<Result> results) {
        String said = results.stream()
                .map(result -> result.method() + "=" + result.value())
                .distinct()
                .limit(6)
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "it checked nothing" : said;
    }
}
