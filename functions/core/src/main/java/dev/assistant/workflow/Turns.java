package dev.assistant.workflow;

import dev.assistant.identity.UserId;
import java.util.List;

/** What the agents of jobs said. Thread-safe. */
public interface Turns {
    /** A job's turns in the order in which they were stored; none when it has none, or is somebody else's. */
    List<Turn> of(UserId owner, JobId job);
}
