package dev.assistant.progress;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turns;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts together what a job's agents said: the stored turns of its conversations or, where it held none, what its events say.
 * Thread-safe.
 */
public final class ReadTranscript {
    private static final int EVENTS_AT_ONCE = 500;

    /** What is read in about a second; findings and progress count too. */
    private static final int MOST_EVENTS = 10_000;

    private final Turns turns;
    private final EventLog log;

    public ReadTranscript(Turns turns, EventLog log) {
        this.turns = turns;
        this.log = log;
    }

    /**
     * A job's turns in order; those that no conversation holds are in the conversation of no name.
     *
     * @param complete whether these are all so far
     */
    public record Transcript(List<Turn> turns, boolean complete) {
        public Transcript {
            turns = List.copyOf(turns);
        }
    }

    /** The transcript of a job; empty when it has said nothing, or so long ago that it is forgotten. */
    public Transcript of(UserId owner, JobId job) {
        List<Turn> stored = turns.of(owner, job);
        return stored.isEmpty() ? told(job) : new Transcript(stored, true);
    }

    private Transcript told(JobId job) {
        List<Turn> said = new ArrayList<>();
        long seq = 0;
        for (int read = 0; read < MOST_EVENTS; read += EVENTS_AT_ONCE) {
            List<Sequenced> events = log.after(job, seq, EVENTS_AT_ONCE);
            for (Sequenced sequenced : events) {
                if (sequenced.event() instanceof JobEvent.AgentSpoke spoke) {
                    said.add(Turn.plain("", said.size(), spoke.agent(), spoke.message(), false));
                }
                seq = sequenced.seq();
            }
            if (events.isEmpty()) {
                return new Transcript(said, true);
            }
        }
        return new Transcript(said, log.after(job, seq, 1).isEmpty());
    }
}
