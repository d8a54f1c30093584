package news.masthead.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser: the system's Chromium, else the one that Playwright downloads for itself. Where neither can be had a journey says loudly that
 * it was not run, and fails if this is CI.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String NOT_RUN =
            "JOURNEYS NOT RUN: no Chromium was found on the PATH and Playwright could not download one."
                    + " Install the package \"chromium\" (or Google Chrome) and run ./mvnw verify again.";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium open() {
        Optional<Path> installed = installed();
        if (installed.isEmpty() && !downloaded()) {
            System.err.println(NOT_RUN);
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(NOT_RUN);
            }
            Assumptions.abort(NOT_RUN);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        installed.ifPresent(options::setExecutablePath);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> installed() {
        Stream<Path> onThePath = Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)));
        Stream<Path> onAMac = Stream.of(
                Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
        return Stream.concat(onThePath, onAMac).filter(Files::isExecutable).findFirst();
    }

    private static boolean downloaded() {
        try {
            return new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    CLI.class.getName(),
                                    "install",
                                    "chromium")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException impossible) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
