package news.masthead.given;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import news.masthead.desk.Decision;
import news.masthead.desk.Newsroom;
import news.masthead.story.AccessClass;
import news.masthead.wire.Delivery;
import news.masthead.wire.Receipt;
import news.masthead.wire.WireDesk;

/** Wire items on the desk and in the paper. */
@ApplicationScoped
public class GivenWire {

    @Inject
    WireDesk desk;

    @Inject
    Newsroom newsroom;

    /** The item as its agency's push would bring it. */
    public Receipt arrives(GivenItem item) {
        return desk.accept(item.source(), new Delivery(item.file().getBytes(StandardCharsets.UTF_8), "", "push", ""));
    }

    /** A file as it stands, of any format. */
    public Receipt arrives(String source, byte[] file) {
        return desk.accept(source, new Delivery(file, "", "push", ""));
    }

    /** The item on the desk's inbox: its id there. */
    public long onTheDesk(GivenItem item) {
        return arrives(item).items().getFirst().item();
    }

    /** The item in the paper, metered after its first paragraph: the story's id. */
    public long published(GivenItem item) {
        return newsroom.publish(onTheDesk(item), aDecision(item.headline()), Optional.empty(), "Test Editor");
    }

    public static Decision aDecision(String headline) {
        return new Decision(
                headline,
                "A teaser.",
                "economy",
                AccessClass.METERED,
                1,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
