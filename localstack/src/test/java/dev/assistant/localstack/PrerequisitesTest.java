package dev.assistant.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said, in one line, when something is missing. */
class PrerequisitesTest {

    private static final Path SCRIPT = Path.of("prerequisites").toAbsolutePath();

    @Test
    void names_the_missing_jdk(@TempDir Path directory) throws Exception {
        assertThat(run("release=999; find_jdk", Map.of("HOME", directory.toString())))
                .isEqualTo(
                        "JDK 999 is missing: install one (for example Eclipse Temurin 999) or set JAVA_HOME to it.\n1");
    }

    @Test
    void finds_a_jdk_by_java_home() throws Exception {
        String home = System.getProperty("java.home");

        assertThat(run("find_jdk; echo $JAVA_HOME", Map.of("JAVA_HOME", home))).isEqualTo(home + "\n0");
    }

    @Test
    void names_the_missing_node_and_its_version(@TempDir Path directory) throws Exception {
        assertThat(run("PATH=/nowhere:/usr/bin; node() { return 127; }; find_node", Map.of()))
                .startsWith("Node 20.19 or newer is missing:")
                .endsWith("\n1");
        assertThat(run("node() { echo v20.18.3; }; find_node", Map.of()))
                .startsWith("Node 20.19 or newer is missing (there is 20.18.3):");
        assertThat(run("node() { echo v22.1.0; }; find_node", Map.of())).isEqualTo("0");
    }

    @Test
    void names_the_missing_maven() throws Exception {
        assertThat(run("PATH=/nowhere; find_maven", Map.of())).startsWith("Maven 3.8 or newer is missing:");
    }

    @Test
    void names_the_taken_port() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThat(run("check_ports", Map.of("PORT", Integer.toString(port - 3))))
                    .isEqualTo("Port %d is taken. Free it, or start elsewhere: PORT=%d ./localstack/up\n1"
                            .formatted(port, port + 97));
        }
    }

    @Test
    void rebuilds_only_what_is_older_than_its_sources(@TempDir Path directory) throws Exception {
        Path source =
                Files.createDirectories(directory.resolve("module/src/main")).resolve("A.java");
        Path test =
                Files.createDirectories(directory.resolve("module/src/test")).resolve("ATest.java");
        String stale = "cd '%s'; stale marker module && echo stale || echo fresh".formatted(directory);
        Files.writeString(source, "");

        assertThat(run(stale, Map.of())).startsWith("stale");
        assertThat(run("cd '%s'; touch marker; ".formatted(directory) + stale, Map.of()))
                .startsWith("fresh");
        Files.writeString(test, "");
        assertThat(run("cd '%s'; touch -d +1min module/src/test/ATest.java; ".formatted(directory) + stale, Map.of()))
                .startsWith("fresh");
        assertThat(run("cd '%s'; touch -d +1min module/src/main/A.java; ".formatted(directory) + stale, Map.of()))
                .startsWith("stale");
    }

    /** Output and exit code of some lines of bash after the script was sourced. */
    private static String run(String lines, Map<String, String> environment) throws Exception {
        ProcessBuilder bash =
                new ProcessBuilder(List.of("bash", "-c", "set -euo pipefail; . '" + SCRIPT + "'; " + lines));
        bash.environment().remove("JAVA_HOME");
        bash.environment().remove("PG_URL");
        bash.environment().putAll(environment);
        Process process = bash.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + process.waitFor();
    }
}
