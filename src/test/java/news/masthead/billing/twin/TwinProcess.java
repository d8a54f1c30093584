package news.masthead.billing.twin;

import java.nio.file.Path;
import java.time.Clock;

/** A twin alone in its process, for the test that kills it. */
final class TwinProcess {

    private TwinProcess() {}

    public static void main(String[] args) throws InterruptedException {
        var options = StripeTwin.Options.of(Newsstand.KEY, Newsstand.SECRET, Clock.systemUTC())
                .keptIn(Path.of(args[0]));
        try (StripeTwin twin = StripeTwin.start(options)) {
            System.out.println(twin.url());
            Thread.sleep(60_000);
        }
    }
}
