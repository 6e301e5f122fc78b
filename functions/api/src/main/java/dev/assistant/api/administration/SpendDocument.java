package dev.assistant.api.administration;

import dev.assistant.administration.MonthlySpend;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people used in a month on the wire. Grows only by optional fields. */
record SpendDocument(
        String month,
        BigDecimal totalUsd,
        List<Item> items,
        @Nullable String nextCursor) {

    /** @param usdPerMonth the person's quota; null is no limit */
    record Item(
            String userId,
            String email,
            String username,
            @Nullable String fullName,
            long jobs,
            BigDecimal costUsd,
            @Nullable BigDecimal usdPerMonth) {
        static Item of(MonthlySpend spend) {
            return new Item(
                    spend.user().id().toString(),
                    spend.user().email().value(),
                    spend.user().username(),
                    spend.user().fullName().orElse(null),
                    spend.jobs(),
                    spend.usd(),
                    spend.quota().usdPerMonth().orElse(null));
        }
    }
}
