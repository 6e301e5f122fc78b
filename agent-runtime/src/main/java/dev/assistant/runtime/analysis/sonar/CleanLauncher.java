package dev.assistant.runtime.analysis.sonar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A script that starts a program with an empty environment, but for the number of the process that started the script. Plugins start helper programs that read untrusted code, and hand them
 * this process's environment, where the credentials of the database and the cloud are.
 */
final class CleanLauncher {
    private CleanLauncher() {}

    /**
     * Writes the script.
     *
     * @param program what it runs in its own place, so that whoever started the script has the program's process
     * @param options come before the arguments that the script is given
     * @param home the only folder that the program is told of
     */
    static void write(Path script, Path program, List<String> options, Path home) throws IOException {
        String command = options.stream().map(CleanLauncher::quoted).collect(Collectors.joining(" "));
        Files.writeString(script, """
                #!/bin/sh
                exec /usr/bin/env -i PATH=/usr/bin:/bin HOME=%1$s TMPDIR=%1$s LANG=C.UTF-8 LAUNCHED_BY=$PPID %2$s %3$s "$@"
                """.formatted(quoted(home.toString()), quoted(program.toString()), command));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    /** Puts a script in the place of a program, which keeps working for those who start it by its path. */
    static void wrap(Path program, Path home) throws IOException {
        Path moved = program.resolveSibling(program.getFileName() + ".bin");
        Files.move(program, moved);
        write(program, moved, List.of(), home);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
