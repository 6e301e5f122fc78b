package dev.assistant.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.limit.Limit;
import dev.assistant.limit.RateLimiter;
import dev.assistant.testkit.TestClock;
import dev.assistant.testkit.contract.RateLimiterContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoRateLimiterTest extends RateLimiterContract {
    private static final Instant NOW = TestClock.START.plusMillis(200);
    private static final Limit LIMIT = new Limit(2, Duration.ofMinutes(1));

    @Override
    protected RateLimiter limiter() {
        return new DynamoRateLimiter(TestTables.CLIENT, TestTables.LIMITS);
    }

    @Test
    void lets_an_item_expire_only_after_its_last_take_has_stopped_counting() {
        String key = "test#" + UUID.randomUUID();
        limiter().take(key, LIMIT, NOW);

        Map<String, AttributeValue> item = TestTables.CLIENT
                .getItem(request -> request.tableName(TestTables.LIMITS).key(Map.of("key", Attributes.text(key))))
                .item();

        assertThat(Attributes.number(item, "expires_at"))
                .isEqualTo(NOW.plus(LIMIT.window()).getEpochSecond() + 1);
    }

    @Test
    void forgets_takes_that_no_longer_count() {
        String key = "test#" + UUID.randomUUID();
        for (int minute = 0; minute < 5; minute++) {
            limiter().take(key, LIMIT, NOW.plus(Duration.ofMinutes(minute)));
        }

        Map<String, AttributeValue> item = TestTables.CLIENT
                .getItem(request -> request.tableName(TestTables.LIMITS).key(Map.of("key", Attributes.text(key))))
                .item();

        assertThat(Attributes.list(item, "takes")).hasSize(1);
    }

    @Test
    void says_that_the_counters_do_not_answer() {
        RateLimiter lost = new DynamoRateLimiter(TestTables.CLIENT, "no-such-table");

        assertThatThrownBy(() -> lost.take("test", LIMIT, NOW)).isInstanceOf(Failure.Unavailable.class);
    }
}
