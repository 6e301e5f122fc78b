package dev.assistant.api.users;

import dev.assistant.analytics.Totals;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;

/** {@code GET /users/me/stats} */
public final class GetStatsOperation implements Operation {
    private final Totals totals;

    public GetStatsOperation(Totals totals) {
        this.totals = totals;
    }

    @Override
    public String id() {
        return "getStats";
    }

    @Override
    public Answer answer(Request request) {
        return Answer.json(200, StatsDocument.of(totals.of(request.user())));
    }
}
