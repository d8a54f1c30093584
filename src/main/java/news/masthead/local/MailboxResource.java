package news.masthead.local;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import news.masthead.Backing;
import news.masthead.values.Dates;
import news.masthead.web.Chrome;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.NavLink;
import news.masthead.web.Stamp;
import news.masthead.web.Viewer;

/** What the site and Keycloak have mailed. */
@Path(MailboxResource.PATH)
@Blocking
@PermitAll
class MailboxResource {
    static final String PATH = "/local/mailbox";

    private static final int LINK_SHOWN = 72;

    @Inject
    StandInsInUse standIns;

    @Inject
    Layout layout;

    @Inject
    Dates dates;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list() {
        var mails = folder().all().stream()
                .map(mail ->
                        new MailboxPage.Row(PATH + "/" + mail.number(), stamp(mail.sent()), mail.to(), mail.subject()))
                .toList();
        return new MailboxPage(chrome("Mailbox", PATH), mails, LocalResource.PATH);
    }

    @GET
    @Path("{number: \\d{1,6}}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(int number) {
        var mail = folder().find(number).orElseThrow(NotFoundException::new);
        return new MailPage(
                chrome(mail.subject(), PATH + "/" + number),
                mail.from(),
                mail.to(),
                mail.subject(),
                stamp(mail.sent()),
                mail.text(),
                mail.links().stream()
                        .map(link -> NavLink.to(shortened(link), link))
                        .toList(),
                PATH);
    }

    private static String shortened(String link) {
        return link.length() <= LINK_SHOWN ? link : link.substring(0, LINK_SHOWN) + "…";
    }

    private MailFolder folder() {
        return new MailFolder(standIns.require(Backing.MAIL).resolve("mail"));
    }

    private Chrome chrome(String title, String path) {
        return layout.around(Heading.unlisted(title, path), Viewer.ANONYMOUS);
    }

    private Stamp stamp(Instant at) {
        return new Stamp(at.toString(), dates.minute(at));
    }
}
