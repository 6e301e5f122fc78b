package dev.assistant.runtime.health;

import java.util.Locale;

/**
 * How this process is.
 *
 * @param runningJobs how many jobs it runs now
 */
public record Health(Status status, int runningJobs) {
    /** Where it stands in its life. */
    public enum Status {
        /** Its dependencies have not answered yet. */
        STARTING,
        /** It takes jobs. */
        OK,
        /** The queue does not answer; jobs that run go on. */
        DEGRADED,
        /** It hands its jobs back. */
        STOPPING
    }

    /** Whether it takes jobs. */
    public boolean isReady() {
        return status == Status.OK;
    }

    String toJson() {
        return "{\"status\":\"%s\",\"ready\":%b,\"running_jobs\":%d}"
                .formatted(status.name().toLowerCase(Locale.ROOT), isReady(), runningJobs);
    }
}
