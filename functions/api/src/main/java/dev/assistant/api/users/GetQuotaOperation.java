package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.quota.QuotaUse;
import dev.assistant.quota.Quotas;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /users/me/quota} */
public final class GetQuotaOperation implements Operation {
    private final Quotas quotas;
    private final InstantSource clock;

    public GetQuotaOperation(Quotas quotas, InstantSource clock) {
        this.quotas = quotas;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "getQuota";
    }

    @Override
    public Answer answer(Request request) {
        return Answer.json(200, Document.of(quotas.of(request.user(), clock.instant())));
    }

    /** The wire form; a limit that is null is none. */
    private record Document(Part reviewsPerDay, Part usdPerMonth) {
        static Document of(QuotaUse use) {
            return new Document(
                    Part.of(
                            use.quota().reviewsPerDay().map(BigDecimal::valueOf),
                            BigDecimal.valueOf(use.reviewsToday()),
                            use.dayEnds()),
                    Part.of(use.quota().usdPerMonth(), use.usdThisMonth(), use.monthEnds()));
        }
    }

    private record Part(
            @Nullable BigDecimal limit,
            BigDecimal used,
            @Nullable BigDecimal remaining,
            Instant renewsAt) {
        static Part of(Optional<BigDecimal> limit, BigDecimal used, Instant renewsAt) {
            return new Part(
                    limit.orElse(null),
                    used,
                    limit.map(most -> most.subtract(used).max(BigDecimal.ZERO)).orElse(null),
                    renewsAt);
        }
    }
}
