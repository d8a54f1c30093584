package news.masthead.local;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.masthead.Backing;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import news.masthead.jobs.Job;
import news.masthead.jobs.Outbox;
import news.masthead.subscription.Subscriptions;
import news.masthead.web.Links;
import news.masthead.web.Site;

/** Buys the demo subscriber's plan as the subscriber would: by saying yes to what it costs, and with the card of the Stripe twin's payment page. */
@ApplicationScoped
class DemoSubscriber implements Job {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PLAN = "yearly";

    /** Maharashtra, by its GST code. */
    private static final String STATE = "27";

    private static final Pattern QUOTE = Pattern.compile("name=\"quote\" value=\"([^\"]+)\"");

    @Inject
    StandInsInUse standIns;

    @Inject
    LocalSettings settings;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Outbox outbox;

    @Inject
    Site site;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    void subscribe(@ObservesAsync HttpServerStart started) {
        if (settings.demo()
                && standIns.running().contains(Backing.PAYMENTS)
                && subscriptions.liveOf(account().id).isEmpty()) {
            outbox.soon(this, PLAN);
        }
    }

    @Override
    public String name() {
        return "demo-subscriber";
    }

    @Override
    public void run(String plan) {
        Account account = account();
        if (subscriptions.liveOf(account.id).isPresent()) {
            return;
        }
        String token = sessions.open(account, Set.of(Role.READER), new Sessions.Tokens("", Optional.empty()), "demo")
                .orElseThrow();
        try {
            URI paymentPage = post(
                    site.url().resolve(Links.SUBSCRIBE), "quote=" + quoteOf(plan, token) + "&state=" + STATE, token);
            URI confirming = post(paymentPage, "outcome=pay", token);
            send(request(confirming, token).GET());
        } finally {
            sessions.close(token);
        }
    }

    private Account account() {
        LocalAccount subscriber = LocalAccount.SUBSCRIBER;
        return accounts.admit(
                subscriber.id(), subscriber.firstName() + " " + subscriber.lastName(), subscriber.email(), true);
    }

    private String quoteOf(String plan, String token) {
        URI address = site.url().resolve(Links.quote(plan, Optional.empty(), Optional.empty()));
        HttpResponse<String> page = send(request(address, token).GET());
        Matcher quote = QUOTE.matcher(page.body());
        if (!quote.find()) {
            throw new IllegalStateException(address + " quoted nothing, it answered " + page.statusCode());
        }
        return quote.group(1);
    }

    /** @return where the answer sends the browser */
    private URI post(URI address, String form, String token) {
        HttpResponse<String> answer = send(request(address, token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return answer.headers()
                .firstValue("Location")
                .map(address::resolve)
                .orElseThrow(() -> new IllegalStateException(address + " answered " + answer.statusCode()));
    }

    private HttpRequest.Builder request(URI address, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        return address.getAuthority().equals(site.url().getAuthority())
                ? request.header("Cookie", "session=" + token)
                : request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException notYet) {
            throw new UncheckedIOException(notYet);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
