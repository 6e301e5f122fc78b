package dev.assistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrustedEdgeTest {
    private static final String CLOUDFRONT = "198.51.100.1";
    private static final String VIEWER = "203.0.113.7";

    private final TrustedEdge edge = TrustedEdge.of(Optional.of("old-key"), Optional.of("new-key"));
    private final TrustedEdge none = TrustedEdge.of(Optional.empty(), Optional.of(" "));

    @Test
    void either_key_is_a_proof_and_nothing_else_is() {
        for (String key : List.of("old-key", "new-key")) {
            assertThatCode(() -> edge.admit(Optional.of(key))).doesNotThrowAnyException();
        }
        for (String key : List.of("", "old-ke", "old-key2", "OLD-KEY", "old-key,new-key", "{{resolve}}")) {
            assertThatThrownBy(() -> edge.admit(Optional.of(key))).isInstanceOf(Failure.Forbidden.class);
        }
        assertThatThrownBy(() -> edge.admit(Optional.empty())).isInstanceOf(Failure.Forbidden.class);
    }

    @Test
    void the_viewer_is_whom_cloudfront_saw_whatever_the_viewer_claims() {
        assertThat(viewer("new-key", VIEWER + ", " + CLOUDFRONT)).isEqualTo(VIEWER);
        assertThat(viewer("new-key", "192.0.2.1, 192.0.2.2," + VIEWER + "," + CLOUDFRONT))
                .isEqualTo(VIEWER);
        assertThat(viewer("new-key", "192.0.2.1, 2001:db8::7, " + CLOUDFRONT)).isEqualTo("2001:db8::7");
        assertThat(viewer("new-key", CLOUDFRONT + ", " + VIEWER + ", " + CLOUDFRONT))
                .isEqualTo(VIEWER);
    }

    @Test
    void a_gateway_that_appends_nothing_hides_no_viewer() {
        assertThat(viewer("old-key", "192.0.2.1, " + VIEWER)).isEqualTo(VIEWER);
    }

    @Test
    void without_forwarded_addresses_the_one_that_the_gateway_saw_counts() {
        for (String forwarded : List.of("", " , ", CLOUDFRONT)) {
            assertThat(viewer("old-key", forwarded)).isEqualTo(CLOUDFRONT);
        }
        assertThat(edge.viewer(Optional.of("old-key"), Optional.empty(), CLOUDFRONT))
                .isEqualTo(CLOUDFRONT);
    }

    @Test
    void without_a_proof_forwarded_addresses_are_not_believed() {
        String spoofed = VIEWER + ", " + CLOUDFRONT;

        assertThat(viewer("guess", spoofed)).isEqualTo(CLOUDFRONT);
        assertThat(viewer("", spoofed)).isEqualTo(CLOUDFRONT);
        assertThat(edge.viewer(Optional.empty(), Optional.of(spoofed), CLOUDFRONT))
                .isEqualTo(CLOUDFRONT);
    }

    @Test
    void where_no_key_is_set_nothing_is_refused_and_nothing_forwarded_is_believed() {
        for (Optional<String> key : List.of(Optional.<String>empty(), Optional.of(""), Optional.of("guess"))) {
            assertThatCode(() -> none.admit(key)).doesNotThrowAnyException();
            assertThat(none.viewer(key, Optional.of(VIEWER + ", " + CLOUDFRONT), CLOUDFRONT))
                    .isEqualTo(CLOUDFRONT);
        }
    }

    private String viewer(String key, String forwarded) {
        return edge.viewer(Optional.of(key), Optional.of(forwarded), CLOUDFRONT);
    }
}
