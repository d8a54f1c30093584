package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.identity.Role;
import news.masthead.story.Licence;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.wire.Agencies;
import news.masthead.wire.Agency;

/** The agencies the paper has a contract with, and their profiles. Every editor may look, a chief may change them and add one. */
@Path(Links.DESK_AGENCIES)
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class AgenciesResource {

    @Inject
    Agencies agencies;

    @Inject
    AgencyForms forms;

    @Inject
    Frames frames;

    @Inject
    AgencyMessages messages;

    @GET
    public Response list() {
        boolean mayAdd = forms.mayChange();
        return Frames.page(
                200,
                new AgenciesPage(
                        frames.around(messages.agencies(), Frames.AGENCIES),
                        agencies.all().values().stream().map(this::row).toList(),
                        mayAdd ? Links.DESK_NEW_AGENCY : "",
                        mayAdd
                                ? agencies.withoutContract().stream()
                                        .map(AgenciesResource::known)
                                        .toList()
                                : List.of()));
    }

    @GET
    @Path("/new")
    @RolesAllowed({Role.CHIEF, Role.ADMIN})
    public Response begin(@QueryParam("id") String id) {
        return Frames.page(200, forms.fresh(id == null ? "" : id));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.CHIEF, Role.ADMIN})
    public Response add(MultivaluedMap<String, String> form) {
        AgencyFields typed = AgencyFields.of(form);
        String id = typed.text("id");
        if (!Agency.isId(id)) {
            return Frames.page(422, forms.refused(typed, Map.of("id", messages.needsId()), ""));
        }
        if (agencies.find(id).isPresent()) {
            return Frames.page(422, forms.refused(typed, Map.of("id", messages.takenId()), ""));
        }
        return forms.save(id, "", typed);
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id, @QueryParam("done") String done) {
        Agency agency = agencies.find(id).orElseThrow(NotFoundException::new);
        return Frames.page(200, forms.kept(agency, done != null));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.CHIEF, Role.ADMIN})
    public Response save(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        agencies.find(id).orElseThrow(NotFoundException::new);
        return forms.save(id, id, AgencyFields.of(form));
    }

    private AgenciesPage.Row row(Agency agency) {
        return new AgenciesPage.Row(
                Links.deskAgency(agency.id()),
                agency.id(),
                agency.name(),
                agency.creditLine(),
                switch (agency.kind()) {
                    case NEWS -> messages.kindNews();
                    case PRESS_RELEASE -> messages.kindPressRelease();
                },
                rights(agency.rights()));
    }

    private String rights(Licence rights) {
        return Stream.of(
                        rights.web() ? messages.web() : "",
                        rights.epaper() ? messages.epaper() : "",
                        rights.newsletter() ? messages.newsletter() : "",
                        rights.feeds() ? messages.feeds() : "",
                        rights.ai() ? messages.ai() : "")
                .filter(right -> !right.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static NavLink known(String id) {
        return NavLink.to(id, Links.DESK_NEW_AGENCY + "?id=" + id);
    }
}
