package dev.assistant.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journeys of frontend/e2e in a real browser against the real stack. */
class JourneysIT {

    private static final Path FRONTEND = Path.of("../frontend");

    @Test
    void people_reach_what_they_came_for(@TempDir Path data) throws Exception {
        Optional<Path> browser = browser();
        if (browser.isEmpty()) {
            System.out.println("""

                    ************************************************************************************
                    *  NO BROWSER JOURNEYS: there is no Chromium. Install it or set CHROMIUM_PATH.     *
                    ************************************************************************************
                    """);
        }
        assumeTrue(browser.isPresent(), "no Chromium");

        try (RunningStack stack = RunningStack.up(data)) {
            ProcessBuilder journeys = new ProcessBuilder("npm", "run", "--silent", "e2e")
                    .directory(FRONTEND.toFile())
                    .redirectErrorStream(true);
            journeys.environment().put("E2E_BASE_URL", stack.origin());
            journeys.environment().put("CHROMIUM_PATH", browser.orElseThrow().toString());
            Process process = journeys.start();
            process.getOutputStream().close();
            process.inputReader().lines().forEach(System.out::println); // Surefire owns the real standard output

            assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }

    private static Optional<Path> browser() {
        String named = System.getenv("CHROMIUM_PATH");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> names.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
