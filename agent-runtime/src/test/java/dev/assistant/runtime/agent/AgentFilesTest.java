package dev.assistant.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.runtime.data.DataFileException;
import dev.assistant.runtime.data.DataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in the file of agents stop the start, and are named with their line. */
final class AgentFilesTest {
    private static final String SOUND = """
            agents:
              - name: code_analyzer
                does: Looks.
                voice: model
                prompt: code_analyzer.v1
              - name: executor
                does: Runs tools.
                voice: code
            """;

    @Test
    void a_sound_file_is_read() {
        assertThat(agents(SOUND).names()).containsExactlyInAnyOrder("code_analyzer", "executor");
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "agents:|agenten:|1|unknown key 'agenten'",
                "- name: code_analyzer|- nome: code_analyzer|2|unknown key 'nome'",
                "voice: model|voice: choir|4|must be model, code or person",
                "prompt: code_analyzer.v1|prompt: code_analyzer.v99|5|there is no prompt",
                "prompt: code_analyzer.v1|tone: polite|5|unknown key 'tone'",
                "voice: model|voice: code|2|needs instructions exactly when a model speaks for it",
                "voice: code|voice: model|6|needs instructions exactly when a model speaks for it",
                "name: executor|name: code_analyzer|6|there are two agents code_analyzer",
                "voice: code|voice: [code|9|"
            })
    void a_mistake_is_named_with_its_line(String sound, String wrong, int line, String problem) {
        String file = SOUND.replace(sound, wrong);
        assertThat(file).isNotEqualTo(SOUND);

        assertThatThrownBy(() -> agents(file))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("agents.yaml:" + line + ": ")
                .hasMessageContaining(problem == null ? "" : problem);
    }

    private static Agents agents(String file) {
        return Agents.of(DataNode.parse("agents.yaml", file));
    }
}
