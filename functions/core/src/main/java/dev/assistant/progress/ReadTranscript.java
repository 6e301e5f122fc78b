package dev.assistant.progress;

import dev.assistant.workflow.JobId;
import java.util.ArrayList;
import java.util.List;

/** Puts together what a job's agents said, from its events. Thread-safe. */
public final class ReadTranscript {
    private static final int EVENTS_AT_ONCE = 500;

    /** What is read in about a second; findings and progress count too. */
    private static final int MOST_EVENTS = 10_000;

    private final EventLog log;

    public ReadTranscript(EventLog log) {
        this.log = log;
    }

    /** One agent's message (SPEC section 2). */
    public record Turn(String agent, String text) {}

    /**
     * A job's turns in order.
     *
     * @param complete whether these are all so far
     */
    public record Transcript(List<Turn> turns, boolean complete) {
        public Transcript {
            turns = List.copyOf(turns);
        }
    }

    /** The transcript of a job; empty when it has said nothing, or so long ago that it is forgotten. */
    public Transcript of(JobId job) {
        List<Turn> turns = new ArrayList<>();
        long seq = 0;
        for (int read = 0; read < MOST_EVENTS; read += EVENTS_AT_ONCE) {
            List<Sequenced> events = log.after(job, seq, EVENTS_AT_ONCE);
            for (Sequenced sequenced : events) {
                if (sequenced.event() instanceof JobEvent.AgentSpoke spoke) {
                    turns.add(new Turn(spoke.agent(), spoke.message()));
                }
                seq = sequenced.seq();
            }
            if (events.isEmpty()) {
                return new Transcript(turns, true);
            }
        }
        return new Transcript(turns, log.after(job, seq, 1).isEmpty());
    }
}
