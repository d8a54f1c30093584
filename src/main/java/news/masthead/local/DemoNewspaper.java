package news.masthead.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import news.masthead.Backing;
import news.masthead.desk.Decision;
import news.masthead.desk.Newsroom;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Illustration;
import news.masthead.story.Pictures;
import news.masthead.story.Press;
import news.masthead.story.Story;
import news.masthead.values.Publication;
import news.masthead.wire.Delivery;
import news.masthead.wire.Receipt;
import news.masthead.wire.WireDesk;

/**
 * Fills an empty paper at the first start of local mode, by the verbs that an agency and an editor would use; whole or, if that start is cut
 * short, at the next one.
 */
@ApplicationScoped
class DemoNewspaper {

    private static final String EDITOR = "Kavya Nair";
    private static final int PATIENCE_SECONDS = 300;

    @Inject
    StandInsInUse standIns;

    @Inject
    LocalSettings settings;

    @Inject
    WireDesk wireDesk;

    @Inject
    Newsroom newsroom;

    @Inject
    Press press;

    @Inject
    Archive archive;

    @Inject
    Pictures pictures;

    @Inject
    Publication publication;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    void open(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent starting) {
        boolean local = standIns.running().contains(Backing.DATABASE) && settings.demo();
        if (local && archive.lastChanged(0, 1).isEmpty()) {
            Progress.say("Demo newspaper: putting its stories into the paper");
            DemoEdition edition = DemoEdition.read(json);
            QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).run(() -> print(edition));
        }
    }

    private void print(DemoEdition edition) {
        DemoDates dates = new DemoDates(LocalDate.ofInstant(clock.instant(), publication.zone()), publication.zone());
        edition.authors().forEach(author -> press.enlist(author.id(), author.name(), author.bio()));
        edition.topics().forEach(topic -> press.open(topic.slug(), topic.name()));
        edition.stories().forEach(entry -> publish(entry, dates));
        edition.inbox().forEach(file -> arrive(file.substring(0, file.indexOf('/')), file, dates));
    }

    private void publish(DemoEdition.Entry entry, DemoDates dates) {
        Decision decision = decision(entry, dates);
        long id = entry.wire() == null
                ? newsroom.write(
                        decision,
                        entry.authors(),
                        Optional.ofNullable(entry.dateline()).orElse(""),
                        entry.html(),
                        EDITOR)
                : newsroom.publish(arrive(entry.source(), entry.wire(), dates), decision, Optional.empty(), EDITOR);
        if (entry.update() != null) {
            newsroom.publish(arrive(entry.source(), entry.update(), dates), decision, Optional.empty(), EDITOR);
        }
        if (entry.correction() != null) {
            Story story = archive.story(id).orElseThrow();
            newsroom.correct(
                    id, story.version, decision, newsroom.wordsOf(story), Optional.of(entry.correction()), EDITOR);
        }
    }

    /** @return id of the wire item */
    private long arrive(String source, String file, DemoDates dates) {
        byte[] bytes = dates.dated(DemoEdition.text("wire/" + file)).getBytes(StandardCharsets.UTF_8);
        Receipt receipt = wireDesk.accept(source, new Delivery(bytes, "UTF-8", "demo", file));
        return receipt.items().getFirst().item();
    }

    private Decision decision(DemoEdition.Entry entry, DemoDates dates) {
        return new Decision(
                entry.headline(),
                entry.teaser(),
                entry.section(),
                AccessClass.valueOf(entry.access().toUpperCase(Locale.ROOT)),
                entry.freeParagraphs(),
                entry.topics(),
                Optional.ofNullable(entry.picture()).map(picture -> illustration(entry)),
                Optional.of(dates.instant(entry.at())));
    }

    private Illustration illustration(DemoEdition.Entry entry) {
        return new Illustration(
                pictures.add(DemoEdition.bytes(entry.picture())).id,
                entry.pictureAlt(),
                entry.pictureCaption(),
                entry.pictureCredit());
    }
}
