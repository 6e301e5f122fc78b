package dev.assistant.adapters.json;

import dev.assistant.progress.JobEvent;
import dev.assistant.progress.Sequenced;
import dev.assistant.review.Finding;
import dev.assistant.workflow.JobId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Live events as JSON (SPEC section 4): stored, pushed and answered in one form. Thread-safe.
 *
 * <p>A socket's frame holds 32 KB (API Gateway quotas), so an issue that would not fit is told without its fix, related places
 * and the end of its quote. The results have all of it.
 */
public final class EventJson {
    private static final int FRAME_BYTES = 32 * 1024;
    private static final int SHORT_TEXT = 2_000;

    private EventJson() {}

    /** The greeting of a new connection. */
    public static String connected(JobId job) {
        return WireJson.MAPPER.writeValueAsString(new Connected("connected", job.toString()));
    }

    /** An event of a job, at most 32 KB. */
    public static String event(JobId job, Sequenced sequenced) {
        String whole = write(job, sequenced);
        if (fits(whole)) {
            return whole;
        }
        return write(job, new Sequenced(sequenced.seq(), shortened(sequenced.event()), sequenced.at()));
    }

    /** Events as a list under {@code items}. */
    public static String page(JobId job, List<Sequenced> events) {
        return WireJson.MAPPER.writeValueAsString(new Page(
                events.stream().map(event -> EventDocument.of(job, event)).toList()));
    }

    /**
     * Reads {@link #event}.
     *
     * @param stored when it was stored, for events from before they said when they were told
     */
    public static Sequenced toEvent(String json, Instant stored) {
        EventDocument document = WireJson.MAPPER.readValue(json, EventDocument.class);
        return new Sequenced(document.seq(), document.toEvent(), Objects.requireNonNullElse(document.at(), stored));
    }

    private static String write(JobId job, Sequenced sequenced) {
        return WireJson.MAPPER.writeValueAsString(EventDocument.of(job, sequenced));
    }

    private static boolean fits(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length <= FRAME_BYTES;
    }

    private static JobEvent shortened(JobEvent event) {
        return switch (event) {
            case JobEvent.Progressed progressed -> progressed;
            case JobEvent.AgentSpoke spoke ->
                new JobEvent.AgentSpoke(spoke.agent(), cut(spoke.message()), spoke.turn());
            case JobEvent.FindingReported reported -> new JobEvent.FindingReported(shortened(reported.finding()));
            case JobEvent.ApprovalRequired asked ->
                new JobEvent.ApprovalRequired(asked.step(), cut(asked.prompt()), asked.expiresAt(), asked.planHash());
            case JobEvent.Ended ended -> new JobEvent.Ended(ended.status(), cut(ended.message()), ended.isReview());
        };
    }

    private static Finding shortened(Finding finding) {
        return new Finding(
                finding.id(),
                finding.severity(),
                finding.category(),
                finding.path(),
                finding.range(),
                cut(finding.message()),
                finding.suggestion().map(EventJson::cut),
                Optional.empty(),
                finding.ruleId(),
                finding.cwe(),
                finding.confidence(),
                finding.sources(),
                finding.fingerprint(),
                finding.shelf(),
                cut(finding.quote()),
                List.of(),
                finding.triage(),
                finding.change(),
                List.of());
    }

    private static String cut(String text) {
        if (text.length() <= SHORT_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHORT_TEXT - 1)) ? SHORT_TEXT - 1 : SHORT_TEXT;
        return text.substring(0, end) + "…";
    }

    private record Connected(String type, String jobId) {}

    private record Page(List<EventDocument> items) {}
}
