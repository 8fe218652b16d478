package roundhouse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the stories: Debian's own Chromium, installed where it is missing. */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium start() {
        Path program = program();
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(program).setArgs(ARGUMENTS)));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static synchronized Path program() {
        Optional<Path> named = Optional.ofNullable(System.getenv("ROUNDHOUSE_CHROMIUM")).map(Path::of);
        if (named.isPresent()) {
            return named.get();
        }
        if (!Files.isExecutable(PROGRAM)) {
            System.out.println("Installing Chromium for the browser tests ...");
            apt("update");
            apt("install", "-y", "--no-install-recommends", "chromium");
        }
        return PROGRAM;
    }

    private static void apt(String... words) {
        String sentence = "The browser tests need Chromium: run \"apt-get install chromium\" as root, or set ROUNDHOUSE_CHROMIUM to a Chrome or Chromium.";
        try {
            ProcessBuilder command = new ProcessBuilder(Stream.concat(Stream.of("apt-get", "-q"), Stream.of(words)).toList());
            command.environment().put("DEBIAN_FRONTEND", "noninteractive");
            if (command.redirectErrorStream(true).redirectOutput(Path.of("target", "apt-get.log").toFile()).start().waitFor() != 0) {
                throw new IllegalStateException(sentence + " (What apt-get said is in target/apt-get.log.)");
            }
        } catch (IOException e) {
            throw new IllegalStateException(sentence, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(sentence, e);
        }
    }
}
