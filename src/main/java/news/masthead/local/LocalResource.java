package news.masthead.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import news.masthead.Backing;
import news.masthead.identity.IdentityProviderProbe;
import news.masthead.values.Dates;
import news.masthead.values.Money;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;
import news.masthead.web.Viewer;

/** The page of local mode: the accounts, the payments, the clock. It is not there where the database is real. */
@Path(LocalResource.PATH)
@Blocking
@PermitAll
class LocalResource {
    static final String PATH = "/local";

    @Inject
    StandInsInUse standIns;

    @Inject
    IdentityProviderProbe logIn;

    @Inject
    TwinApi twin;

    @Inject
    LocalClock clock;

    @Inject
    TimeMachine timeMachine;

    @Inject
    Layout layout;

    @Inject
    Dates dates;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        standIns.require(Backing.DATABASE);
        return page(null);
    }

    /** @param by an ISO 8601 duration, such as {@code P7D} */
    @POST
    @Path("clock")
    @Produces(MediaType.TEXT_HTML)
    public Response move(@FormParam("by") String by) {
        standIns.require(Backing.DATABASE);
        try {
            timeMachine.moveBy(Duration.parse(by == null ? "" : by));
            return Response.seeOther(URI.create(PATH)).build();
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException refused) {
            return Response.status(422)
                    .entity(page(Notice.problem("The clock was not moved: it takes a step forward, such as P7D.")))
                    .build();
        }
    }

    private LocalPage page(Notice notice) {
        return new LocalPage(
                layout.around(Heading.unlisted("Local mode", PATH), Viewer.ANONYMOUS),
                notice,
                parts(),
                accounts(),
                places(),
                face(),
                twin.list("/v1/invoices").stream().map(this::payment).toList());
    }

    private List<LocalPage.Part> parts() {
        return standIns.running().stream()
                .map(backing -> switch (backing) {
                    case DATABASE -> new LocalPage.Part("Database", "PostgreSQL, ready", true);
                    case LOGIN ->
                        logIn.answers()
                                ? new LocalPage.Part("Log-in", "Keycloak, ready", true)
                                : new LocalPage.Part("Log-in", "Keycloak, still starting", false);
                    case PAYMENTS -> new LocalPage.Part("Payments", "Stripe twin, ready", true);
                    case MAIL -> new LocalPage.Part("Mail", "Kept in the mailbox", true);
                })
                .toList();
    }

    private List<LocalPage.Account> accounts() {
        return Arrays.stream(LocalAccount.values())
                .filter(account -> standIns.running().contains(Backing.LOGIN))
                .map(LocalResource::row)
                .toList();
    }

    private static LocalPage.Account row(LocalAccount account) {
        return new LocalPage.Account(
                String.join(", ", account.roles()), account.email(), account.password(), account.use());
    }

    private static List<NavLink> places() {
        return List.of(
                NavLink.to("The paper", Links.FRONT),
                NavLink.to("The desk", Links.DESK),
                NavLink.to("The plans", Links.SUBSCRIBE),
                NavLink.to("The readers’ money", Links.OPS_BILLING),
                NavLink.to("The revenue", Links.OPS_REVENUE),
                NavLink.to("The mailbox", MailboxResource.PATH),
                NavLink.to("The health of this process", "/q/health"));
    }

    private LocalPage.ClockFace face() {
        var steps = Stream.of(
                new NavLink("PT1H", "An hour", ""),
                new NavLink("P1D", "A day", ""),
                new NavLink("P7D", "A week", ""),
                new NavLink("P30D", "30 days", ""),
                new NavLink("P91D", "91 days", ""),
                new NavLink("P366D", "366 days", ""));
        return new LocalPage.ClockFace(
                dates.minute(clock.now()), words(clock.ahead()), PATH + "/clock", steps.toList());
    }

    /** {@code 30 days, 1 hours}; empty for nothing. */
    static String words(Duration ahead) {
        if (ahead.toHours() == 0) {
            return "";
        }
        return Stream.of(count(ahead.toDays(), "day"), count(ahead.toHoursPart(), "hour"))
                .filter(words -> !words.isEmpty())
                .reduce((days, hours) -> days + ", " + hours)
                .orElseThrow();
    }

    private static String count(long number, String what) {
        return switch ((int) number) {
            case 0 -> "";
            case 1 -> "1 " + what;
            default -> number + " " + what + "s";
        };
    }

    /** https://docs.stripe.com/api/invoices/object#invoice_object-billing_reason */
    private static String reason(JsonNode invoice) {
        return switch (invoice.path("billing_reason").asText()) {
            case "subscription_create" -> "New subscription";
            case "subscription_cycle" -> "Renewal";
            default -> "Other";
        };
    }

    /** https://docs.stripe.com/api/invoices/object */
    private LocalPage.Payment payment(JsonNode invoice) {
        var at = Instant.ofEpochSecond(invoice.path("created").asLong());
        return new LocalPage.Payment(
                new Stamp(at.toString(), dates.minute(at)),
                invoice.path("customer_email").asText(""),
                reason(invoice),
                new Money(invoice.path("total").asLong()).toString(),
                invoice.path("status").asText());
    }
}
