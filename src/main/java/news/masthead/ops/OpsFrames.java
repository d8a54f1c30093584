package news.masthead.ops;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import news.masthead.identity.Accounts;
import news.masthead.identity.Visit;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.web.NavLink;

/** What the pages of the people who run the place share. */
@ApplicationScoped
class OpsFrames {

    static final String COMPS = "comps";
    static final String DECISIONS = "decisions";
    static final String BILLING = "billing";
    static final String REVENUE = "revenue";

    @Inject
    Publication publication;

    @Inject
    Visit visit;

    @Inject
    Accounts accounts;

    @Inject
    CompMessages comps;

    @Inject
    OpsMessages ops;

    @Inject
    CareMessages care;

    @Inject
    RevenueMessages revenue;

    OpsFrame around(String title, String tab) {
        return new OpsFrame(
                title,
                publication.name(),
                publication.language(),
                List.of(
                        new NavLink(COMPS, comps.title(), Links.OPS_COMPS),
                        new NavLink(BILLING, care.title(), Links.OPS_BILLING),
                        new NavLink(DECISIONS, ops.decisions(), Links.OPS_DECISIONS),
                        new NavLink(REVENUE, revenue.title(), Links.OPS_REVENUE)),
                tab,
                accounts.find(account()).orElseThrow().name,
                Links.FRONT,
                Links.LOGOUT);
    }

    /** The account of the one who is at work. */
    long account() {
        return visit.registered().orElseThrow().account();
    }

    /** They hold names of readers, which nobody on the way may keep. */
    static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(page.render())
                .build();
    }
}
