package dev.assistant.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CausesTest {
    @Test
    void says_kinds_and_places_on_one_line_but_no_message() {
        Exception failure = new IllegalStateException("password = 'hunter2'\n", new IOException("x = eval(y)"));
        assertThat(Causes.of(failure))
                .matches("IllegalStateException at CausesTest\\.says_.* caused by IOException at CausesTest\\..*")
                .doesNotContain("hunter2", "eval", "\n");
    }

    @Test
    void ends_where_causes_go_in_circles() {
        Exception outer = new IllegalStateException();
        Exception inner = new IOException(outer);
        outer.initCause(inner);
        assertThat(Causes.of(outer)).containsOnlyOnce("IllegalStateException").containsOnlyOnce("IOException");
    }
}
