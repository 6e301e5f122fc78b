package dev.assistant.runtime.analysis.sonar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.sonar.SharedPack.Pack;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The programs that plugins start: what they are told, what they may do, and when they end. */
@Timeout(60)
@ExtendWith(SharedPack.class)
class HelperProgramsTest {
    @TempDir
    private static Path unpacked;

    private static Path node = Path.of("");

    private final Pack pack;

    @TempDir
    private Path folder;

    HelperProgramsTest(Pack pack) {
        this.pack = pack;
    }

    @BeforeAll
    static void unpack() throws Exception {
        Path jar = SonarPlugin.JAVASCRIPT.jar(SharedPack.ANALYSERS.resolve("plugins"));
        node = NodeRuntime.unpack(jar, unpacked.toRealPath()).orElseThrow().launcher();
    }

    @Test
    void a_program_behind_the_launcher_sees_nothing_of_this_environment() throws Exception {
        Path script = folder.resolve("it's a script");
        CleanLauncher.write(script, Path.of("/usr/bin/env"), List.of(), folder);

        assertThat(output(new ProcessBuilder(script.toString())))
                .containsExactlyInAnyOrder(
                        "PATH=/usr/bin:/bin",
                        "HOME=" + folder,
                        "TMPDIR=" + folder,
                        "LANG=C.UTF-8",
                        "LAUNCHED_BY=" + ProcessHandle.current().pid());
    }

    @Test
    void a_wrapped_program_still_gets_its_arguments() throws Exception {
        Path program = Files.copy(Path.of("/bin/echo"), folder.resolve("program"));
        CleanLauncher.wrap(program, folder);

        assertThat(output(new ProcessBuilder(program.toString(), "a b", "$HOME")))
                .containsExactly("a b $HOME");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void node_is_started_without_this_environment() throws Exception {
        pack.analyse(new SourceFile("a.ts", Language.TYPESCRIPT, "export const a = 1;\n"));

        List<ProcessHandle> processes = ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/node"))
                .toList();
        assertThat(processes).hasSize(1);
        String environment =
                Files.readString(Path.of("/proc/" + processes.getFirst().pid() + "/environ"));
        assertThat(environment.split("\0"))
                .extracting(variable -> variable.substring(0, variable.indexOf('=')))
                .containsExactlyInAnyOrder("PATH", "HOME", "TMPDIR", "LANG", "LAUNCHED_BY");
    }

    @Test
    void node_may_not_start_programs_nor_write_elsewhere() throws Exception {
        assertThat(output(new ProcessBuilder(
                        node.toString(),
                        "-e",
                        "try { require('child_process').execSync('id'); } catch (e) { console.log(e.code); }")))
                .containsExactly("ERR_ACCESS_DENIED");
        assertThat(output(new ProcessBuilder(
                        node.toString(),
                        "-e",
                        "try { require('fs').writeFileSync('" + folder.resolve("x")
                                + "', ''); } catch (e) { console.log(e.code); }")))
                .containsExactly("ERR_ACCESS_DENIED");
    }

    @Test
    void node_ends_when_the_process_that_started_it_is_killed() throws Exception {
        Process parent = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "'" + node + "' -e 'console.log(process.pid); setInterval(() => {}, 1000)' & wait")
                .start();
        ProcessHandle started;
        try (BufferedReader out = parent.inputReader(StandardCharsets.UTF_8)) {
            started = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            parent.destroyForcibly().waitFor();
        }

        assertThat(started.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void closing_the_pack_ends_its_programs_and_deletes_its_files() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        var engines = SonarPack.open(SharedPack.ANALYSERS, folder);
        engines.getFirst().analyse(List.of(new SourceFile("a.ts", Language.TYPESCRIPT, "export const a = 1;\n")));
        List<ProcessHandle> started = ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child))
                .toList();

        engines.forEach(engine -> engine.close());

        assertThat(started).isNotEmpty();
        for (ProcessHandle program : started) {
            program.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static List<String> output(ProcessBuilder program) throws Exception {
        Process process = program.redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().toList();
        } finally {
            process.waitFor();
        }
    }
}
