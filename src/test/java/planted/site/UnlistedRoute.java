package planted.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Planted: a route for readers that no row of the surfaces' table names. An interface, so that Quarkus serves nothing there. */
@Path("/planted")
public interface UnlistedRoute {

    @GET
    @Path("/{story}")
    String show();
}
