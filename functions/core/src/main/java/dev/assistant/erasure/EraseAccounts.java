package dev.assistant.erasure;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.util.List;

/**
 * Erases closed accounts: first what is elsewhere, then the row that knows of it, so that stopping at any moment loses track of
 * nothing. Two at work on one account do no harm. Thread-safe.
 */
public final class EraseAccounts {
    private static final int JOBS_AT_ONCE = 25;

    private final ClosedAccounts accounts;
    private final List<Belongings> places;

    /** @param places everywhere that accounts leave something */
    public EraseAccounts(ClosedAccounts accounts, List<Belongings> places) {
        this.accounts = accounts;
        this.places = List.copyOf(places);
    }

    /**
     * Erases the longest closed accounts.
     *
     * @param mostJobs how many jobs to erase in this run
     * @return how many accounts are gone now
     * @throws dev.assistant.failure.Failure.Unavailable when a place does not answer; the next run goes on
     */
    public int sweep(int mostJobs) {
        int gone = 0;
        int left = mostJobs;
        for (UserId owner : accounts.pending(mostJobs)) {
            left -= eraseJobs(owner, left);
            if (left <= 0) {
                break;
            }
            eraseRest(owner);
            gone++;
        }
        return gone;
    }

    /**
     * Erases one closed account if it has no more jobs than that; of a larger one, as many jobs.
     *
     * @throws dev.assistant.failure.Failure.Unavailable when a place does not answer; the sweep goes on
     */
    void erase(UserId owner, int mostJobs) {
        if (eraseJobs(owner, mostJobs) < mostJobs) {
            eraseRest(owner);
        }
    }

    private int eraseJobs(UserId owner, int most) {
        int erased = 0;
        while (erased < most) {
            List<JobId> jobs = accounts.jobs(owner, Math.min(JOBS_AT_ONCE, most - erased));
            if (jobs.isEmpty()) {
                break;
            }
            places.forEach(place -> place.eraseJobs(owner, jobs));
            accounts.deleteJobs(owner, jobs);
            erased += jobs.size();
        }
        return erased;
    }

    private void eraseRest(UserId owner) {
        places.forEach(place -> place.eraseRest(owner));
        accounts.delete(owner);
    }
}
