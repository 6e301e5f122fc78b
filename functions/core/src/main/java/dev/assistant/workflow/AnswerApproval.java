package dev.assistant.workflow;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import java.util.Locale;

/** Takes a person's answer at an approval point (SPEC section 2). Thread-safe. */
public final class AnswerApproval {
    private final Jobs jobs;

    public AnswerApproval(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * No workflow that can be run asks for approval, so there is never an execution that waits for one: each is refused, saying
     * where it stands.
     *
     * @throws Failure.NotFound when there is no such execution, or it is somebody else's
     * @throws Failure.Conflict when it does not wait for an approval
     */
    public Job answer(UserId owner, JobId id) {
        Job job = jobs.byId(owner, id);
        String status = job.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        throw new Failure.Conflict("The execution is not waiting for an approval: it is " + status + ".");
    }
}
