package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import news.masthead.desk.ToolDesk.Outcome;
import news.masthead.story.UnfitCopy;
import news.masthead.web.Links;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The paper for editors' tools: stories go in as JSON, and no word comes out. Whoever has no token is answered 401, whether a tool may come in at
 * all or not.
 */
@Path(Links.API_STORIES)
@Blocking
@ToolsOnly
@PermitAll
@Tag(name = "Stories")
@SecurityScheme(securitySchemeName = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
@SecurityRequirement(name = "token")
@APIResponse(
        responseCode = "401",
        description = "The token is missing or wrong, or no tool may come in.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = Problem.NAME)))
@APIResponse(
        responseCode = "400",
        description = "The body is no JSON object.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = Problem.NAME)))
@APIResponse(
        responseCode = "413",
        description = "The body is larger than 1 MB.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = Problem.NAME)))
@APIResponse(
        responseCode = "422",
        description = "It cannot be done as it is, for the reasons given, or the key was another request's.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = Problem.NAME)))
class ToolStoriesResource {

    private static final String KEY = "Idempotency-Key";
    private static final String SENT_AGAIN =
            "1 to 200 printable ASCII characters. Sent again with the same key within a week, the same request does nothing again and gets the same answer.";

    @Inject
    ToolDesk desk;

    @Inject
    ToolReading reading;

    @Inject
    ToolMessages messages;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "publish", summary = "Puts a story into the paper")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ToolStory.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is in the paper, at the address in Location.",
            content = @Content(schema = @Schema(implementation = ToolAnswer.class)))
    public Response publish(@Parameter(description = SENT_AGAIN) @HeaderParam(KEY) String key, InputStream body)
            throws IOException {
        byte[] bytes = reading.bytes(body);
        Optional<ToolAnswers.Request> request = reading.request(key, ToolReading.bytes("POST"), bytes);
        ToolReading.Read read = reading.story(bytes, ToolStory.ofANewOne());
        return answer(Status.CREATED, () -> desk.publish(read.story(), read.decision(), request));
    }

    @PUT
    @Path("/{id: \\d{12}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replace",
            summary = "Replaces the words of a story, and what is decided about it; its picture stays")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ToolStory.class)))
    @APIResponse(
            responseCode = "200",
            description = "The paper says so now.",
            content = @Content(schema = @Schema(implementation = ToolAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such story.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = Problem.NAME)))
    @APIResponse(
            responseCode = "409",
            description = "It was killed or is withheld.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = Problem.NAME)))
    @APIResponse(
            responseCode = "412",
            description = "It stands at another version than If-Match names.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = Problem.NAME)))
    public Response replace(
            @PathParam("id") long id,
            @Parameter(
                            description =
                                    "The version that the change is meant for, as the ETag of the last answer; any, without it.")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Parameter(description = SENT_AGAIN) @HeaderParam(KEY) String key,
            InputStream body)
            throws IOException {
        byte[] bytes = reading.bytes(body);
        Optional<ToolAnswers.Request> request =
                reading.request(key, ToolReading.bytes("PUT " + id), ToolReading.bytes(ifMatch), bytes);
        ToolReading.Read read = reading.story(bytes, ToolStory.ofAReplacement());
        return answer(Status.OK, () -> desk.replace(id, new IfMatch(ifMatch), read.story(), read.decision(), request));
    }

    @DELETE
    @Path("/{id: \\d{12}}")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "kill", summary = "Takes a story out of the paper for good; a second time changes nothing")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties =
                                                    @SchemaProperty(
                                                            name = "notice",
                                                            type = SchemaType.STRING,
                                                            description =
                                                                    "What readers find at its address from now on; neutral."))))
    @APIResponse(responseCode = "204", description = "It is gone, and a notice stands at its address.")
    @APIResponse(
            responseCode = "404",
            description = "There never was such a story.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = Problem.NAME)))
    public Response kill(
            @PathParam("id") long id,
            @Parameter(description = "What readers find at its address, where no body says so.") @QueryParam("notice")
                    String notice,
            InputStream body)
            throws IOException {
        String words = reading.notice(reading.bytes(body), notice);
        return answer(Status.NO_CONTENT, () -> desk.kill(id, words));
    }

    private Response answer(Status status, Supplier<Outcome> verb) {
        try {
            return switch (verb.get()) {
                case Outcome.Done(ToolAnswer story) -> done(status, story);
                case Outcome.OtherRequest() -> Problem.unfit(messages.usedKey()).answer();
                case Outcome.UnknownStory() ->
                    Problem.of(Status.NOT_FOUND, messages.unknownStory()).answer();
                case Outcome.OutOfThePaper() ->
                    Problem.of(Status.CONFLICT, messages.outOfThePaper()).answer();
                case Outcome.Outdated(int version) ->
                    Problem.of(Status.PRECONDITION_FAILED, messages.outdated(version))
                            .answer();
            };
        } catch (UnfitCopy unfit) {
            return Problem.unfit(unfit.getMessage()).answer();
        }
    }

    private static Response done(Status status, ToolAnswer story) {
        if (status == Status.NO_CONTENT) {
            return Response.noContent().build();
        }
        Response.ResponseBuilder answer = Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ETAG, IfMatch.tag(story.version()))
                .entity(story);
        return status == Status.CREATED
                ? answer.location(URI.create(story.url())).build()
                : answer.build();
    }
}
