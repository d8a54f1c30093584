package news.masthead.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import news.masthead.Command;
import news.masthead.web.Links;

/** {@code billing replay [--dry-run] [--node URL]}: has a running node make anew, from the ledger, all that is derived from it. */
public final class BillingReplay implements Command {

    private static final String HELP = """
            Makes subscriptions, paid terms, entitlements and facts anew from the ledger of what Stripe showed us. Asks Stripe nothing, and sends
            readers nothing. A running node does it, while it serves.

              --dry-run     says what would change, and changes nothing
              --node URL    the operator's door of that node; without it the one on this machine

            Prints a line for each subscription that changes. Ends with 0, with 1 where one failed or no node answers, with 2 if it was called
            wrongly.""";

    @Override
    public List<String> words() {
        return List.of("billing", "replay");
    }

    @Override
    public String summary() {
        return "[--dry-run] [--node URL]   make all that is derived from the ledger anew";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.println("billing replay " + summary() + "\n\n" + HELP);
            out.flush();
            return 0;
        }
        try {
            return replay(BillingOptions.of(arguments, List.of("--dry-run", "--node")), out, err);
        } catch (BillingOptions.Wrong wrong) {
            err.println(wrong.getMessage());
            return 2;
        }
    }

    private static int replay(BillingOptions options, PrintStream out, PrintStream err) {
        URI door = options.door();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            door.resolve(Links.OPERATOR_REPLAY + "?dry-run=" + options.dryRun()))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
            String last = answer.body().peek(out::println).reduce("", (before, line) -> line);
            out.flush();
            return answer.statusCode() == 200 && last.endsWith(" 0 failed") ? 0 : 1;
        } catch (IOException silent) {
            err.println("No node answers at " + door + ": start the site, or name one with --node.");
            return 1;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
