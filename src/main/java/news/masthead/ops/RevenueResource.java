package news.masthead.ops;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import news.masthead.billing.revenue.Figures;
import news.masthead.billing.revenue.Revenue;
import news.masthead.identity.Role;
import news.masthead.values.Dates;
import news.masthead.web.Links;

/** The publisher's figures, as a page and as files. */
@Path(Links.OPS_REVENUE)
@Blocking
@RolesAllowed({Role.BILLING, Role.ADMIN})
class RevenueResource {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8.name());

    @Inject
    Revenue revenue;

    @Inject
    RevenuePages pages;

    @Inject
    RevenueSheets sheets;

    @Inject
    FunnelPart funnel;

    @Inject
    PayoutsPart payouts;

    @Inject
    TaxPart tax;

    @Inject
    Dates dates;

    @GET
    public Response show() {
        return OpsFrames.page(200, pages.page(revenue.figures()));
    }

    /** Every month of one sheet, under the day it is of. */
    @GET
    @Path("/{sheet: [a-z-]+}.csv")
    public Response file(@PathParam("sheet") String name) {
        Figures figures = revenue.figures();
        Sheet sheet = sheets(figures)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        String file = "%s-%s.csv".formatted(name, dates.dayOf(figures.at()));
        return Response.ok(Csv.of(sheet).getBytes(StandardCharsets.UTF_8), CSV)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }

    private Stream<Sheet> sheets(Figures figures) {
        return Stream.of(sheets.all(figures), funnel.sheets(), List.of(payouts.sheet(), tax.sheet()))
                .flatMap(List::stream);
    }
}
