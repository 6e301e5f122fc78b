package dev.assistant.adapters.dynamodb;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.failure.Failure;
import dev.assistant.limit.Allowance;
import dev.assistant.limit.Limit;
import dev.assistant.limit.RateLimiter;
import dev.assistant.limit.Takes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Sliding windows in DynamoDB: an item per key with the times of the takes still in the window, so that the limit is exact,
 * not estimated. Written only over the version that was read; who loses the race gets the newer version and looks again. An
 * item holds some thousand takes at most, far above any limit of the product. Thread-safe.
 */
public final class DynamoRateLimiter implements RateLimiter {
    private static final String DEPENDENCY = "counter of requests";
    private static final int MOST_ATTEMPTS = 40;

    private final DynamoDbClient client;
    private final String table;

    public DynamoRateLimiter(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Allowance take(String key, Limit limit, Instant now) {
        return AwsCalls.call(DEPENDENCY, () -> {
            Counter counter = read(key);
            for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
                Allowance allowance = counter.takes().ask(limit, now);
                if (!allowance.allowed()) {
                    return allowance;
                }
                Counter next = counter.next(counter.takes().with(limit, now));
                Optional<Counter> other = replace(key, counter, next, now.plus(limit.window()));
                if (other.isEmpty()) {
                    return allowance;
                }
                counter = other.get();
                Backoff.pause(attempt);
            }
            throw tooManyAtOnce();
        });
    }

    @Override
    public void giveBack(String key, Limit limit, Instant taken) {
        AwsCalls.call(DEPENDENCY, () -> {
            Counter counter = read(key);
            for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
                Counter next = counter.next(counter.takes().without(taken));
                Optional<Counter> other = replace(key, counter, next, taken.plus(limit.window()));
                if (other.isEmpty()) {
                    return next;
                }
                counter = other.get();
                Backoff.pause(attempt);
            }
            throw tooManyAtOnce();
        });
    }

    private static Failure.Unavailable tooManyAtOnce() {
        return new Failure.Unavailable(
                DEPENDENCY, Duration.ofSeconds(1), new IllegalStateException("too many takes at once"));
    }

    private Counter read(String key) {
        return Counter.of(
                client.getItem(request -> request.tableName(table).key(key(key)).consistentRead(true))
                        .item());
    }

    /** Writes unless somebody else has written meanwhile; then answers what they wrote. */
    private Optional<Counter> replace(String key, Counter before, Counter after, Instant expiresAt) {
        try {
            client.putItem(request -> request.tableName(table)
                    .item(after.item(key, expiresAt))
                    .conditionExpression("attribute_not_exists(#version) AND :before = :none OR #version = :before")
                    .expressionAttributeNames(Map.of("#version", "version"))
                    .expressionAttributeValues(
                            Map.of(":before", Attributes.number(before.version()), ":none", Attributes.number(0)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return Optional.of(Counter.of(e.item()));
        }
    }

    @Override
    public void forget(String key) {
        AwsCalls.call(
                DEPENDENCY,
                () -> client.deleteItem(request -> request.tableName(table).key(key(key))));
    }

    private static Map<String, AttributeValue> key(String key) {
        return Map.of("key", Attributes.text(key));
    }

    /** An item, and how often it was written. */
    private record Counter(long version, Takes takes) {
        static Counter of(Map<String, AttributeValue> item) {
            return item.isEmpty()
                    ? new Counter(0, new Takes(List.of()))
                    : new Counter(Attributes.number(item, "version"), new Takes(times(item)));
        }

        private static List<Instant> times(Map<String, AttributeValue> item) {
            return Attributes.list(item, "takes").stream()
                    .map(time -> Instant.ofEpochMilli(Long.parseLong(time.n())))
                    .toList();
        }

        Counter next(Takes changed) {
            return new Counter(version + 1, changed);
        }

        Map<String, AttributeValue> item(String key, Instant expiresAt) {
            return Map.of(
                    "key", Attributes.text(key),
                    "version", Attributes.number(version),
                    "takes",
                            AttributeValue.fromL(takes.times().stream()
                                    .map(Attributes::millis)
                                    .toList()),
                    "expires_at", Attributes.seconds(expiresAt));
        }
    }
}
