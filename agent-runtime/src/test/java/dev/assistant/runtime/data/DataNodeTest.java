package dev.assistant.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DataNodeTest {
    @Test
    void names_file_and_line_of_a_key_that_is_missing() {
        DataNode node = DataNode.parse("rule.yaml", "title: x\nmatch:\n  - at: a\n");

        assertThatThrownBy(() -> node.get("match").list().getFirst().get("when"))
                .isInstanceOf(DataFileException.class)
                .hasMessage("rule.yaml:3: 'when' is missing");
    }

    @Test
    void names_file_and_line_of_a_key_that_is_not_known() {
        DataNode node = DataNode.parse("rule.yaml", "title: x\ntitel: y\n");

        assertThatThrownBy(() -> node.allow(Set.of("title")))
                .hasMessage("rule.yaml:2: unknown key 'titel'; known are title");
    }

    @Test
    void refuses_a_key_that_stands_twice() {
        DataNode node = DataNode.parse("rule.yaml", "a: 1\nb: 2\na: 3\n");

        assertThatThrownBy(node::map).hasMessage("rule.yaml:3: 'a' stands here twice");
    }

    @Test
    void names_the_line_of_broken_yaml() {
        assertThatThrownBy(() -> DataNode.parse("rule.yaml", "a: 1\nb: [1, 2\nc: 3\n"))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("rule.yaml:3: ");
    }

    @Test
    void takes_a_single_value_for_a_list_of_one() {
        DataNode node = DataNode.parse("rule.yaml", "one: a\nmany: [a, b]\n");

        assertThat(node.texts("one")).containsExactly("a");
        assertThat(node.texts("many")).containsExactly("a", "b");
        assertThat(node.texts("none")).isEmpty();
    }

    @Test
    void tells_numbers_and_truths_from_quoted_texts() {
        DataNode node = DataNode.parse("rule.yaml", "[1, '1', true, 'true', null]");

        assertThat(node.list()).map(DataNode::isWhole).containsExactly(true, false, false, false, false);
        assertThat(node.list()).map(DataNode::isTruth).containsExactly(false, false, true, false, false);
        assertThat(node.list()).map(DataNode::isNull).containsExactly(false, false, false, false, true);
    }
}
