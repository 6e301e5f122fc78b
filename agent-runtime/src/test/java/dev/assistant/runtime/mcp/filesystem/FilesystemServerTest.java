package dev.assistant.runtime.mcp.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.identity.UserId;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.mcp.ToolCaller;
import dev.assistant.runtime.mcp.ToolFailure;
import dev.assistant.runtime.workspace.Workspace;
import dev.assistant.runtime.workspace.Workspaces;
import dev.assistant.workflow.JobId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesystemServerTest {
    private static final String PASSWORD = "correct-horse-" + "battery";

    private final JobId job = new JobId(UUID.randomUUID());
    private final UserId owner = new UserId(UUID.randomUUID());

    @TempDir
    private Path folder;

    private Workspaces workspaces;
    private Workspace workspace;
    private ToolCaller tools;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("outside.txt"), "outside");
        workspaces = new Workspaces(folder);
        workspace = workspaces.open(
                job,
                owner,
                List.of(
                        file(
                                "app/db.py",
                                "import os\npassword = \"" + PASSWORD + "\"\n\ndef load(id):\n    return id\n"),
                        file("app/web.py", "from app import db\n\ndef page(id):\n    return db.load(id)\n"),
                        file("README.md", "# Load\n"),
                        file("app", "a file where a folder is")));
        tools = caller(job, owner);
    }

    @AfterEach
    void close() throws IOException {
        workspaces.close();
    }

    private ToolCaller caller(JobId forJob, UserId forOwner) {
        return new ToolCaller(FilesystemServer.at(workspaces::of), forJob, forOwner, Optional.empty());
    }

    private static SourceFile file(String path, String content) {
        return new SourceFile(path, Language.PYTHON, content);
    }

    private Path root() throws ToolFailure {
        return workspace.resolve(".");
    }

    @Test
    void reads_the_lines_of_a_file_and_says_which_they_are() throws Exception {
        assertThat(tools.answer("read_file", Map.of("path", "app/db.py", "from_line", 4, "lines", 1)))
                .isEqualTo("[app/db.py, lines 4 to 4 of 5; go on with from_line 5]\ndef load(id):\n");
    }

    @Test
    void long_files_come_in_pieces_that_together_are_the_file() throws Exception {
        String text = String.join(
                "\n",
                IntStream.range(0, 3_000)
                        .mapToObj(i -> "line " + i + "x".repeat(40))
                        .toList());
        tools.answer("write_file", Map.of("path", "long.txt", "content", text));

        StringBuilder whole = new StringBuilder();
        int from = 1;
        while (from > 0) {
            String answer = tools.answer("read_file", Map.of("path", "long.txt", "from_line", from, "lines", 2_000));
            String heading = answer.substring(0, answer.indexOf('\n'));
            whole.append(answer.substring(answer.indexOf('\n') + 1));
            from = heading.contains("go on") ? Integer.parseInt(heading.replaceAll(".*from_line (\\d+)]", "$1")) : -1;
        }

        assertThat(whole.toString().strip()).isEqualTo(text);
    }

    @Test
    void shows_no_secrets_but_keeps_them_in_the_file() throws Exception {
        assertThat(tools.answer("read_file", Map.of("path", "app/db.py")))
                .contains("****")
                .doesNotContain(PASSWORD);
        assertThat(tools.answer(
                        "search_files",
                        Map.of("pattern", "*", "containing", "password", "ignore_case", false, "limit", 9)))
                .contains("app/db.py:2:")
                .doesNotContain(PASSWORD);
        assertThat(root().resolve("app/db.py")).content().contains(PASSWORD);
    }

    @Test
    void lists_folders_and_files() throws Exception {
        assertThat(tools.answer("list_directory", Map.of()).lines()).containsExactly("README.md  7", "app/");
        assertThat(tools.answer("list_directory", Map.of("depth", 2)).lines())
                .contains("app/db.py  " + Files.size(root().resolve("app/db.py")));
    }

    @Test
    void finds_files_by_name_and_lines_by_text() throws Exception {
        assertThat(tools.answer("search_files", Map.of("pattern", "*.py")).lines())
                .containsExactly("app/db.py", "app/web.py");
        assertThat(tools.answer("search_files", Map.of("containing", "LOAD(", "ignore_case", true))
                        .lines())
                .containsExactly("app/db.py:4: def load(id):", "app/web.py:4: return db.load(id)");
        assertThat(tools.answer("search_files", Map.of("containing", "nowhere")))
                .isEqualTo("[nothing found]");
    }

    @Test
    void says_when_there_is_more_than_was_asked_for() throws Exception {
        assertThat(tools.answer("search_files", Map.of("limit", 1)).lines())
                .containsExactly("README.md", "[there are more; narrow the search]");
    }

    @Test
    void tells_what_a_file_is() throws Exception {
        assertThat(tools.answer("get_file_info", Map.of("path", "app/web.py")))
                .contains("language: python", "lines: 4");
    }

    @Test
    void tells_what_code_declares() throws Exception {
        String code = "class Store:\n    def load(self, id):\n        return id\n";
        tools.answer("write_file", Map.of("path", "store.py", "content", code));

        assertThat(tools.answer("analyze_code_structure", Map.of("path", "store.py"))
                        .lines())
                .containsExactly(
                        "type Store, lines 1 to 3: class Store:",
                        "  function Store.load, lines 2 to 3: def load(self, id):");
        assertThat(tools.refusal("analyze_code_structure", Map.of("path", "README.md")))
                .contains("no grammar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.txt",
                "app/../../outside.txt",
                "/etc/passwd",
                "C:/x",
                "app\\..\\x",
                "./README.md",
                "a//b",
                "x\u0000"
            })
    void refuses_paths_that_lead_out(String path) throws Exception {
        for (String tool : List.of("read_file", "get_file_info", "list_directory")) {
            assertThat(tools.refusal(tool, Map.of("path", path))).doesNotContain(folder.toString(), "outside\n");
        }
        tools.refusal("write_file", Map.of("path", path, "content", "x"));
        tools.refusal("delete_file", Map.of("path", path, "confirm", true));
        assertThat(folder.resolve("outside.txt")).hasContent("outside");
    }

    @Test
    void follows_no_links() throws Exception {
        Files.createSymbolicLink(root().resolve("file"), folder.resolve("outside.txt"));
        Files.createSymbolicLink(root().resolve("folder"), folder);

        for (String path : List.of("file", "folder/outside.txt")) {
            tools.refusal("read_file", Map.of("path", path));
            tools.refusal("write_file", Map.of("path", path, "content", "x"));
            tools.refusal("delete_file", Map.of("path", path, "confirm", true));
        }
        tools.refusal("list_directory", Map.of("path", "folder"));
        assertThat(tools.answer("search_files", Map.of())).doesNotContain("outside", "file\n");
        assertThat(folder.resolve("outside.txt")).hasContent("outside");
    }

    @Test
    void writes_and_deletes_files() throws Exception {
        tools.answer("write_file", Map.of("path", "docs/new.md", "content", "# New"));
        assertThat(tools.answer("read_file", Map.of("path", "docs/new.md"))).endsWith("# New\n");

        assertThat(tools.refusal("delete_file", Map.of("path", "docs/new.md", "confirm", false)))
                .startsWith("Nothing was deleted.");
        tools.answer("delete_file", Map.of("path", "docs/new.md", "confirm", true));
        tools.refusal("read_file", Map.of("path", "docs/new.md"));
        tools.refusal("delete_file", Map.of("path", "docs", "confirm", true));
    }

    @Test
    void what_is_not_text_is_not_read() throws Exception {
        Files.write(root().resolve("image.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xff});

        assertThat(tools.refusal("read_file", Map.of("path", "image.png"))).isEqualTo("image.png is not text.");
        assertThat(tools.answer("search_files", Map.of("containing", "P"))).doesNotContain("image.png");
    }

    @Test
    void another_job_or_owner_has_no_files_here() throws Exception {
        assertThat(caller(new JobId(UUID.randomUUID()), owner).refusal("read_file", Map.of("path", "README.md")))
                .isEqualTo("This job has no files.");
        assertThat(caller(job, new UserId(UUID.randomUUID())).refusal("read_file", Map.of("path", "README.md")))
                .isEqualTo("This job has no files.");
    }

    @Test
    void only_this_user_can_look_into_a_workspace() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_closed_workspace_is_gone_from_the_disk_and_for_tools() throws Exception {
        Path root = root();

        workspace.close();

        assertThat(root).doesNotExist();
        assertThat(tools.refusal("read_file", Map.of("path", "README.md"))).isEqualTo("This job has no files.");
    }

    @Test
    void a_job_has_one_workspace() {
        assertThatThrownBy(() -> workspaces.open(job, owner, List.of())).isInstanceOf(IllegalStateException.class);
    }
}
