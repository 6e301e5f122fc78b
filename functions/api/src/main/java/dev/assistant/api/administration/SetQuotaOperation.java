package dev.assistant.api.administration;

import dev.assistant.administration.SetQuota;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.UserId;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code PUT /admin/users/{id}/quota} */
public final class SetQuotaOperation implements Operation {
    private final SetQuota setQuota;

    public SetQuotaOperation(SetQuota setQuota) {
        this.setQuota = setQuota;
    }

    @Override
    public String id() {
        return "setQuota";
    }

    @Override
    public Answer answer(Request request) {
        UserId user = new UserId(request.id("id", "account"));
        Fields body = JsonBody.read(request);
        Optional<Long> reviews = body.nullableWhole("reviews_per_day");
        Optional<BigDecimal> usd = body.nullableNumber("usd_per_month");
        body.requireValid();
        return Answer.json(200, AccountDocument.of(setQuota.set(request.user(), user, reviews, usd)));
    }
}
