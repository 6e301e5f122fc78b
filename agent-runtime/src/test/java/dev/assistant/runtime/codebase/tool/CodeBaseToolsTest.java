package dev.assistant.runtime.codebase.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.UserId;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.codebase.CodeIndexes;
import dev.assistant.runtime.codebase.embedding.MiniLmEmbedder;
import dev.assistant.runtime.codebase.index.IndexLimits;
import dev.assistant.runtime.mcp.ServedTool;
import dev.assistant.runtime.mcp.ToolCaller;
import dev.assistant.runtime.mcp.ToolServer;
import dev.assistant.runtime.workspace.Workspace;
import dev.assistant.runtime.workspace.Workspaces;
import dev.assistant.workflow.JobId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeBaseToolsTest {
    private static final MiniLmEmbedder MODEL = new MiniLmEmbedder(2);
    private static final UserId OWNER = new UserId(UUID.randomUUID());
    private static final SourceFile SHOP = new SourceFile("shop.py", Language.PYTHON, """
            from tax import rate_of

            class Shop:
                def price(self, item):
                    return item.net * rate_of(item)

            class Market:
                def price(self, item):
                    return 1
            """);
    private static final SourceFile TAX = new SourceFile("tax.py", Language.PYTHON, """
            # rate_of is explained here
            def rate_of(item):
                # Books are taxed less.
                return 1.07 if item.is_book else 1.19

            def show(item):
                print("rate_of", rate_of(item))
            """);

    private CodeIndexes indexes;
    private List<SourceFile> files = List.of(SHOP, TAX);
    private ToolServer server;

    @BeforeEach
    void serve() throws IOException {
        indexes = new CodeIndexes(MODEL, IndexLimits.STANDARD, 2);
        server = new CodeBaseTools(indexes, MODEL, scope -> files).server();
    }

    @AfterEach
    void close() {
        indexes.close();
    }

    @AfterAll
    static void closeModel() {
        MODEL.close();
    }

    @Test
    void all_eight_tools_are_there() {
        assertThat(server.tools())
                .extracting(ServedTool::name)
                .containsExactly(
                        "build_index",
                        "semantic_search",
                        "find_similar_code",
                        "find_definition",
                        "find_usages",
                        "get_code_context",
                        "get_index_stats",
                        "health");
    }

    @Test
    void code_is_found_by_meaning_by_likeness_by_name_and_by_use() throws InterruptedException {
        ToolCaller tools = caller(new JobId(UUID.randomUUID()), OWNER, Optional.empty());

        assertThat(tools.answer("build_index", Map.of())).startsWith("Indexed 2 files");
        assertThat(tools.answer("semantic_search", Map.of("query", "how much VAT is due", "limit", 1)))
                .startsWith("tax.py:1-4 function rate_of")
                .contains("    2  def rate_of(item):");
        assertThat(tools.answer(
                        "find_similar_code", Map.of("code", "double vat(Item i) { return i.isBook() ? 7 : 19; }")))
                .contains("rate_of");
        assertThat(tools.answer("find_definition", Map.of("name", "Shop.price")))
                .isEqualTo("  shop.py:4 function Shop.price: def price(self, item):\n");
        assertThat(tools.answer("find_definition", Map.of("name", "PRICE")).lines())
                .hasSize(2);
        assertThat(tools.answer("find_usages", Map.of("name", "rate_of")).lines())
                .containsExactly(
                        "  shop.py:1 import rate_of: from tax import rate_of",
                        "  shop.py:5 call Shop.price: return item.net * rate_of(item)",
                        "  tax.py:7 call show: print(\"rate_of\", rate_of(item))");
        assertThat(tools.answer("get_index_stats", Map.of()))
                .contains("files: 2", "all-minilm-l6-v2-q (384 dimensions)");
        assertThat(tools.answer("health", Map.of())).startsWith("ok");
    }

    @Test
    void a_lines_context_is_its_function_with_imports_callees_and_usages() throws InterruptedException {
        ToolCaller tools = caller(new JobId(UUID.randomUUID()), OWNER, Optional.empty());
        tools.answer("build_index", Map.of());

        assertThat(tools.answer("get_code_context", Map.of("path", "shop.py", "line", 5)))
                .contains("function Shop.price", "    5          return item.net * rate_of(item)")
                .contains("Imports:\n  from tax import rate_of")
                .contains("It calls:\n  tax.py:2 function rate_of");
        assertThat(tools.answer("get_code_context", Map.of("path", "tax.py", "line", 3)))
                .contains("Beside it:\n  tax.py:6 function show")
                .contains("Used in:\n  shop.py:1 import");
        assertThat(tools.refusal("get_code_context", Map.of("path", "../etc/passwd", "line", 1)))
                .contains("no such line");
    }

    @Test
    void a_job_without_an_index_is_told_so_and_sees_no_other_jobs() throws InterruptedException {
        Optional<UUID> project = Optional.of(UUID.randomUUID());
        JobId first = new JobId(UUID.randomUUID());
        caller(first, OWNER, project).answer("build_index", Map.of());
        ToolCaller other = caller(new JobId(UUID.randomUUID()), new UserId(UUID.randomUUID()), project);
        ToolCaller next = caller(new JobId(UUID.randomUUID()), OWNER, project);

        assertThat(other.refusal("find_definition", Map.of("name", "rate_of"))).contains("Call build_index first");
        indexes.release(first);
        assertThat(next.refusal("find_definition", Map.of("name", "rate_of"))).contains("Call build_index first");
    }

    @Test
    void the_next_job_of_a_project_embeds_only_what_is_new_to_it() throws InterruptedException {
        Optional<UUID> project = Optional.of(UUID.randomUUID());
        JobId first = new JobId(UUID.randomUUID());
        caller(first, OWNER, project).answer("build_index", Map.of());
        indexes.release(first);
        files = List.of(SHOP, new SourceFile("new.py", Language.PYTHON, "def brand_new():\n    return 'nothing'\n"));

        assertThat(caller(new JobId(UUID.randomUUID()), OWNER, project).answer("build_index", Map.of()))
                .startsWith("Indexed 2 files")
                .contains("1 files unchanged, 1 removed", "1 chunks embedded");
    }

    @Test
    void the_code_of_a_job_is_that_of_its_workspace(@TempDir Path folder) throws Exception {
        JobId job = new JobId(UUID.randomUUID());
        try (Workspaces workspaces = new Workspaces(folder);
                Workspace workspace = workspaces.open(job, OWNER, List.of(TAX))) {
            server = new CodeBaseTools(indexes, MODEL, new WorkspaceCode(workspaces::of)).server();
            ToolCaller tools = caller(job, OWNER, Optional.empty());
            tools.answer("build_index", Map.of());
            workspace.write("more/shop.py", SHOP.content());

            assertThat(tools.answer("build_index", Map.of())).contains("Indexed 2 files", "1 files unchanged");
            assertThat(caller(new JobId(UUID.randomUUID()), OWNER, Optional.empty())
                            .refusal("build_index", Map.of()))
                    .isNotBlank();
        }
    }

    private ToolCaller caller(JobId job, UserId owner, Optional<UUID> project) {
        return new ToolCaller(server, job, owner, project);
    }
}
