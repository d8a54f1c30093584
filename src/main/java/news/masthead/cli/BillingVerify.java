package news.masthead.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import news.masthead.Command;
import news.masthead.billing.Finding;
import news.masthead.billing.Verification;

/** {@code billing verify [--offline] [--node URL]}: whether ledger, subscriptions, entitlements, facts, Stripe and caches say the same. */
public final class BillingVerify implements Command {

    private static final String HELP = """
            Compares, and changes nothing:
              the ledger of what Stripe showed us   with subscriptions, paid terms, entitlements and facts
              comps                                 with entitlements
              Stripe itself                         with all of these
              the database                          with what a running node remembers

              --offline     leaves Stripe out
              --node URL    the operator's door of a running node, whose memory is compared too, as http://127.0.0.1:9000

            Takes quarkus.datasource.jdbc.url, .username and .password and masthead.stripe.api-key from where the site takes them. Prints a line
            for each difference, by kind. Ends with 0 where there is none, with 1 where there is one or somebody does not answer, with 2 if it was
            called wrongly.""";

    @Override
    public List<String> words() {
        return List.of("billing", "verify");
    }

    @Override
    public String summary() {
        return "[--offline] [--node URL]   whether ledger, entitlements, Stripe and caches agree";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.println("billing verify " + summary() + "\n\n" + HELP);
            out.flush();
            return 0;
        }
        try {
            BillingOptions options = BillingOptions.of(arguments, List.of("--offline", "--node"));
            List<Finding> findings = Verification.of(options.source());
            print(findings, out);
            return findings.isEmpty() ? 0 : 1;
        } catch (BillingOptions.Wrong wrong) {
            err.println(wrong.getMessage());
            return 2;
        } catch (Verification.CannotVerify silent) {
            err.println(silent.getMessage());
            return 1;
        }
    }

    private static void print(List<Finding> findings, PrintStream out) {
        findings.forEach(out::println);
        String counted = findings.stream()
                .collect(Collectors.groupingBy(Finding::kind, java.util.TreeMap::new, Collectors.counting()))
                .toString();
        out.println(findings.isEmpty() ? "All agree." : findings.size() + " differences: " + counted);
        out.flush();
    }
}
