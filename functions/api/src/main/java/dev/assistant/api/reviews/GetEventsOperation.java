package dev.assistant.api.reviews;

import dev.assistant.adapters.json.EventJson;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import dev.assistant.progress.EventLog;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Jobs;

/** {@code GET /code-review/{job_id}/events} */
public final class GetEventsOperation implements Operation {
    private static final int MOST = 100;

    private final Jobs jobs;
    private final EventLog log;

    public GetEventsOperation(Jobs jobs, EventLog log) {
        this.jobs = jobs;
        this.log = log;
    }

    @Override
    public String id() {
        return "getEvents";
    }

    @Override
    public Answer answer(Request request) {
        Query query = new Query(request);
        long lastSeq = query.number("last_seq", 0, Long.MAX_VALUE, 0);
        query.requireValid();
        JobId job = jobs.byId(request.user(), request.job()).id();
        return Answer.jsonText(200, EventJson.page(job, log.after(job, lastSeq, MOST)));
    }
}
