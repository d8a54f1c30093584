package news.masthead.site;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import news.masthead.story.Pictures;

/** The paper's pictures. An address names the bytes, so whoever has them may keep them for ever. */
@Path("/picture/{id}")
@Blocking
class PictureResource {

    @Inject
    Pictures pictures;

    @GET
    @PermitAll
    public Response show(@PathParam("id") String id) {
        news.masthead.story.Picture picture = pictures.find(id).orElseThrow(NotFoundException::new);
        return Response.ok(picture.bytes)
                .type(picture.mediaType)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }
}
