package news.masthead.site;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import news.masthead.story.Pictures;
import news.masthead.web.SharedCaches;

/**
 * The paper's pictures. An address names the bytes, so a browser need not ask twice on one day; a cache that many share asks each second, because
 * a picture leaves the paper with its story.
 */
@Path("/picture/{id}")
@Blocking
class PictureResource {

    @Inject
    Pictures pictures;

    @GET
    @PermitAll
    public Response show(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String held) {
        return SharedCaches.sameForEverybody(
                        pictures.shown(id).map(picture -> shown(picture, held)).orElseGet(PictureResource::notShown))
                .build();
    }

    private static Response.ResponseBuilder shown(news.masthead.story.Picture picture, String held) {
        String etag = '"' + picture.id + '"';
        return (etag.equals(held)
                        ? Response.notModified()
                        : Response.ok(picture.bytes).type(picture.mediaType))
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400, s-maxage=1");
    }

    /** Takes the picture's place in whatever memory holds it. */
    private static Response.ResponseBuilder notShown() {
        return Response.status(Response.Status.NOT_FOUND).header(HttpHeaders.CACHE_CONTROL, Answers.KEEP_NOTHING);
    }
}
