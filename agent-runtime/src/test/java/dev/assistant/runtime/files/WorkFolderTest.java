package dev.assistant.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    private Path folder;

    @Test
    void what_a_killed_process_left_is_deleted_by_the_next() throws Exception {
        Path left = Files.createDirectories(folder.resolve("sonar-left"));
        Files.createFile(left.resolve("lock"));
        Path others = Files.createDirectories(folder.resolve("others"));

        try (WorkFolder first = WorkFolder.in(folder, "sonar-");
                WorkFolder second = WorkFolder.in(folder, "sonar-")) {
            try (Stream<Path> present = Files.list(folder)) {
                assertThat(present).containsExactlyInAnyOrder(others, first.path(), second.path());
            }
        }
    }

    @Test
    void a_link_in_a_deleted_folder_leaves_what_it_points_at() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside"), "kept");
        Path doomed = Files.createDirectories(folder.resolve("doomed/below"));
        Files.createSymbolicLink(doomed.resolve("link"), outside);
        Files.createSymbolicLink(doomed.resolve("folder"), folder);

        Folders.delete(folder.resolve("doomed"));

        assertThat(folder.resolve("doomed")).doesNotExist();
        assertThat(outside).hasContent("kept");
    }
}
