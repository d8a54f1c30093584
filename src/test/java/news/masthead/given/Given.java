package news.masthead.given;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Copy;
import news.masthead.story.Press;
import news.masthead.story.Story;
import news.masthead.subscription.PaidTerm;
import news.masthead.subscription.Standing;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Money;
import news.masthead.values.Window;
import news.masthead.web.Links;

/** Stories and people for tests, made by the verbs of the rooms. Every test makes its own, so nothing is cleaned and no order matters. */
@ApplicationScoped
public class Given {

    /** Stands in every gated paragraph; a page without a grant never holds it. */
    public static final String GATED = "Kanarienvogel";

    @Inject
    Press press;

    @Inject
    Archive archive;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Clock clock;

    /** A published story of that class. */
    public Printed aStory(AccessClass access) {
        return aStory(access, Optional.empty());
    }

    /** A published story of that class, first published then. */
    public Printed aStory(AccessClass access, Optional<Instant> published) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        long id = press.publish(copy("Harbour cranes stand still " + mark, access, published), "Meera Joshi");
        return printed(id);
    }

    public List<Printed> stories(int count, AccessClass access) {
        return IntStream.range(0, count).mapToObj(number -> aStory(access)).toList();
    }

    public static Copy copy(String headline, AccessClass access, Optional<Instant> published) {
        return new Copy(
                headline,
                "Dock workers stayed at home on Monday.",
                "markets",
                access,
                "<p>Mumbai: Dock workers stayed at home on Monday, and forty ships waited outside the harbour.</p>",
                "<p>" + GATED + " sang in the first gated paragraph.</p><p>" + GATED + " sang again.</p>",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                published);
    }

    /** Somebody who has just logged in. */
    public Person aReader() {
        return person(Set.of(Role.READER));
    }

    public Person anEditor() {
        return person(Set.of(Role.READER, Role.EDITOR));
    }

    public Person someone(String... roles) {
        return person(Set.of(roles));
    }

    /** A reader whose subscription of 90 days is paid until then. */
    public Person aSubscriber(Instant paidThrough) {
        Person reader = aReader();
        Window span = new Window(paidThrough.minus(90, ChronoUnit.DAYS), paidThrough);
        PaidTerm term = new PaidTerm("in_" + UUID.randomUUID(), span, Money.rupees(900));
        subscriptions.apply(
                reader.account(),
                "sub_" + UUID.randomUUID(),
                new Standing("quarterly", Money.rupees(900), List.of(term), new Standing.Phase.Running()),
                subscriptions.beginFetch());
        return reader;
    }

    public Person aSubscriber() {
        return aSubscriber(clock.instant().plus(30, ChronoUnit.DAYS));
    }

    /** All that was paid is given back, and the subscription is over at once. */
    public void refund(Person subscriber) {
        String reference = subscriptions.liveOf(subscriber.account()).orElseThrow().providerRef;
        subscriptions.apply(
                subscriber.account(),
                reference,
                new Standing("quarterly", Money.rupees(900), List.of(), new Standing.Phase.Ended(clock.instant())),
                subscriptions.beginFetch());
    }

    private Person person(Set<String> roles) {
        String subject = UUID.randomUUID().toString();
        Account account = accounts.admit(subject, "Asha Rao", subject + "@reader.example", true);
        Sessions.Tokens tokens = new Sessions.Tokens("", Optional.empty());
        return new Person(
                account.id, sessions.open(account, roles, tokens, "test").orElseThrow());
    }

    public Printed printed(long id) {
        Story story = archive.story(id).orElseThrow();
        return new Printed(story, Links.story(story.section, story.slug, story.id));
    }

    /** A story and its address. */
    public record Printed(Story story, String path) {}

    /**
     * @param session the value of the session cookie
     */
    public record Person(long account, String session) {}
}
