package news.masthead.desk;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.masthead.identity.Role;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import news.masthead.wire.Agencies;
import news.masthead.wire.Agency;
import news.masthead.wire.OutdatedProfile;
import news.masthead.wire.ProfileChange;

/** Shows a profile's form, untouched or as it was typed, and saves what is right. */
@ApplicationScoped
class AgencyForms {

    @Inject
    Agencies agencies;

    @Inject
    Publication publication;

    @Inject
    SecurityIdentity identity;

    @Inject
    Frames frames;

    @Inject
    AgencyMessages messages;

    boolean mayChange() {
        return identity.hasRole(Role.CHIEF) || identity.hasRole(Role.ADMIN);
    }

    /** The form of an agency that the paper has no contract with yet; what is known of it stands there already. */
    AgencyPage fresh(String id) {
        return page(
                "",
                null,
                agencies.asShipped(id)
                        .map(known -> AgencyFields.of(known, 0))
                        .orElseGet(() -> AgencyFields.fresh(publication)),
                Map.of());
    }

    AgencyPage kept(Agency agency, boolean justSaved) {
        return page(
                agency.id(),
                justSaved ? Notice.done(messages.saved()) : null,
                AgencyFields.of(agency, agencies.version(agency.id())),
                Map.of());
    }

    /**
     * @param known the id of the agency whose profile it is; empty for a new one
     */
    AgencyPage refused(AgencyFields typed, Map<String, String> problems, String known) {
        return page(known, Notice.problem(messages.notSaved()), typed, problems);
    }

    Response save(String id, String known, AgencyFields typed) {
        AgencyReading reading = new AgencyReading(typed, publication, messages);
        Optional<Agency> agency = reading.agency(id);
        if (agency.isEmpty()) {
            return Frames.page(422, refused(typed, reading.problems(), known));
        }
        try {
            agencies.save(agency.get(), typed.versionSeen(), frames.editor());
            return Frames.to(Links.deskAgency(id) + "?done=saved");
        } catch (OutdatedProfile outdated) {
            return Frames.page(409, page(known, Notice.problem(outdated.getMessage()), typed, Map.of()));
        }
    }

    private AgencyPage page(String id, Notice notice, AgencyFields typed, Map<String, String> problems) {
        String title = id.isEmpty()
                ? messages.add()
                : agencies.find(id).map(Agency::name).orElse(id);
        return new AgencyPage(
                frames.around(title, Frames.AGENCIES),
                notice,
                title,
                new AgencyForm(
                        id.isEmpty() ? Links.DESK_NEW_AGENCY : Links.deskAgency(id),
                        id.isEmpty(),
                        mayChange(),
                        typed,
                        problems,
                        sections(List.of(typed.text("section"))),
                        sections(typed.lines("autoSection"))),
                id.isEmpty()
                        ? List.of()
                        : agencies.changes(id).stream().map(this::change).toList());
    }

    private List<StoryForm.Choice> sections(List<String> chosen) {
        return publication.sections().stream()
                .map(section -> new StoryForm.Choice(section.slug(), section.name(), chosen.contains(section.slug())))
                .toList();
    }

    private AgencyPage.Change change(ProfileChange change) {
        return new AgencyPage.Change(
                frames.stamp(change.at()),
                change.editor(),
                change.fields().stream()
                        .map(field -> new AgencyPage.Field(field.name(), field.before(), field.after()))
                        .toList());
    }
}
