package dev.assistant.adapters.json;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.progress.JobEvent;
import dev.assistant.progress.Sequenced;
import dev.assistant.review.Finding;
import dev.assistant.workflow.JobId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static final int FRAME = 32 * 1024;

    private final JobId job = new JobId(UUID.randomUUID());

    @Test
    void tells_an_issue_that_fits_in_a_frame_whole() {
        Finding finding = aFinding().quoting("x".repeat(30_000)).build();

        assertThat(told(finding)).isEqualTo(finding);
    }

    @Test
    void tells_an_issue_that_is_too_large_for_a_frame_without_its_bulk() {
        Finding finding = aFinding()
                .quoting("é\"\n".repeat(20_000))
                .saying("m".repeat(50_000))
                .build();

        Finding told = told(finding);

        assertThat(told.id()).isEqualTo(finding.id());
        assertThat(told.fingerprint()).isEqualTo(finding.fingerprint());
        assertThat(told.range()).isEqualTo(finding.range());
        assertThat(told.quote()).startsWith("é\"\n").endsWith("…").hasSizeLessThan(2_100);
        assertThat(told.fix()).isEmpty();
    }

    @Test
    void never_cuts_a_character_in_half() {
        Finding finding = aFinding().quoting("x" + "🐍".repeat(20_000)).build();

        String quote = told(finding).quote();

        assertThat(new String(quote.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(quote);
    }

    @Test
    void keeps_long_messages_within_a_frame() {
        JobEvent said = new JobEvent.AgentSpoke("code_analyzer", "\u0001".repeat(40_000));

        assertThat(write(said).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(FRAME);
    }

    private Finding told(Finding finding) {
        String json = write(new JobEvent.FindingReported(finding));
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(FRAME);
        return ((JobEvent.FindingReported)
                        EventJson.toEvent(json, Instant.EPOCH).event())
                .finding();
    }

    private String write(JobEvent event) {
        return EventJson.event(job, new Sequenced(7, event, Instant.EPOCH));
    }
}
