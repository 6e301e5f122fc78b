package dev.assistant.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine's Chromium, in which the journeys of frontend/e2e are made. */
record Browser(Path executable) {

    private static final Path FRONTEND = Path.of("../frontend");

    /** Skips the test, loudly, where there is none. */
    static Browser required() {
        Optional<Path> executable = executableOfThisMachine();
        if (executable.isEmpty()) {
            System.out.println("""

                    ************************************************************************************
                    *  NO BROWSER JOURNEYS: there is no Chromium. Install it or set CHROMIUM_PATH.     *
                    ************************************************************************************
                    """);
        }
        assumeTrue(executable.isPresent(), "no Chromium");
        return new Browser(executable.orElseThrow());
    }

    /**
     * Makes journeys on a stack; each must arrive.
     *
     * @param script of package.json
     * @param environment what the journeys are told beside the address
     */
    void journey(String script, RunningStack stack, Map<String, String> environment) throws Exception {
        ProcessBuilder journeys = new ProcessBuilder("npm", "run", "--silent", script)
                .directory(FRONTEND.toFile())
                .redirectErrorStream(true);
        journeys.environment().putAll(environment);
        journeys.environment().put("E2E_BASE_URL", stack.origin());
        journeys.environment().put("CHROMIUM_PATH", executable.toString());
        Process process = journeys.start();
        process.getOutputStream().close();
        List<String> printed = process.inputReader()
                .lines()
                .peek(System.out::println) // Surefire owns the real standard output
                .toList();

        assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(failuresOf(printed)).isZero();
    }

    /** What Playwright says of the journeys that did not arrive: it numbers them after the last one. */
    private static String failuresOf(List<String> printed) {
        return printed.stream()
                .dropWhile(line -> !line.startsWith("  1) "))
                .filter(line -> !line.isBlank())
                .limit(30)
                .collect(Collectors.joining("\n"));
    }

    private static Optional<Path> executableOfThisMachine() {
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
