package dev.assistant.runtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.runtime.agent.Agents;
import dev.assistant.runtime.data.DataFileException;
import dev.assistant.runtime.data.DataNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in a workflow's file stop the start, and are named with their line. */
class WorkflowFilesTest {
    private static final String SOUND = """
            name: sound
            version: 1
            task: review.v2
            agents:
              - name: code_analyzer
                role: Looks.
                answer: message
              - name: executor
                role: Runs tools.
            pattern:
              kind: two_agent
              agents: [code_analyzer, executor]
              max_messages: 2
              ends: { by: [executor] }
            """;
    private static final Agents AGENTS = Agents.read();

    @Test
    void a_sound_file_is_read() {
        assertThat(chat(SOUND).roles()).containsOnlyKeys("code_analyzer", "executor");
    }

    @Test
    void what_a_result_was_made_with_changes_with_every_value_and_with_no_comment() {
        List<String> before = chat(SOUND).definitions();

        assertThat(chat("# Said to people.\n" + SOUND).definitions()).isEqualTo(before);
        assertThat(chat(SOUND.replace("max_messages: 2", "max_messages: 4")).definitions())
                .hasSameSizeAs(before)
                .isNotEqualTo(before);
        assertThat(before)
                .extracting(definition -> definition.substring(0, definition.indexOf('@')))
                .containsExactly(
                        "agents/code_analyzer",
                        "agents/executor",
                        "answers/message",
                        "code_analyzer.v1",
                        "review.v2",
                        "workflows/sound.v1");
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 1|version: soon|2",
                "version: 1|verison: 1|2",
                "task: review.v2|task: review.v9|3",
                "name: code_analyzer|name: code_analyser|5",
                "answer: message|answer: poem|5",
                "answer: message|tone: polite|7",
                "name: executor|name: code_analyzer|8",
                "role: Runs tools.|answer: message|9",
                "kind: two_agent|kind: choir|11",
                "agents: [code_analyzer, executor]|agents: [code_analyzer, nobody]|12",
                "max_messages: 2|max_messages: many|13",
                "ends: { by: [executor] }|ends: { by: [executor|15"
            })
    void a_mistake_is_named_with_its_line(String sound, String wrong, int line) {
        String file = SOUND.replace(sound, wrong);
        assertThat(file).isNotEqualTo(SOUND);

        assertThatThrownBy(() -> chat(file))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("workflow.yaml:" + line + ": ");
    }

    private static WorkflowChat chat(String file) {
        return WorkflowChats.chat(DataNode.parse("workflow.yaml", file), AGENTS);
    }
}
