package dev.assistant.api.administration;

import dev.assistant.administration.MonthlySpend;
import dev.assistant.administration.MonthlySpends;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Cursors;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import dev.assistant.quota.QuotaUse;
import java.time.InstantSource;
import java.time.YearMonth;

/** {@code GET /admin/spending} */
public final class ListSpendingOperation implements Operation {
    private final MonthlySpends spends;
    private final InstantSource clock;

    public ListSpendingOperation(MonthlySpends spends, InstantSource clock) {
        this.spends = spends;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "listSpending";
    }

    @Override
    public Answer answer(Request request) {
        Query query = new Query(request);
        YearMonth month = query.month("month").orElseGet(() -> YearMonth.from(QuotaUse.day(clock.instant())));
        PageRequest page = query.page();
        query.requireValid();
        Page<MonthlySpend> found = spends.of(month, page);
        return Answer.json(
                200,
                new SpendDocument(
                        month.toString(),
                        spends.total(month),
                        found.map(SpendDocument.Item::of).items(),
                        found.next().map(Cursors::write).orElse(null)));
    }
}
