package dev.assistant.adapters.dynamodb;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.failure.Failure;
import dev.assistant.limit.Allowance;
import dev.assistant.limit.Limit;
import dev.assistant.limit.RateLimiter;
import dev.assistant.limit.Takes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
                Takes more = counter.takes().with(limit, now);
                Optional<Counter> other =
                        replace(key, counter, more, more.times().getLast().plus(limit.window()));
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
                Takes fewer = counter.takes().without(taken);
                if (fewer.equals(counter.takes())) {
                    return fewer;
                }
                Instant last = fewer.times().isEmpty() ? taken : fewer.times().getLast();
                Optional<Counter> other = replace(key, counter, fewer, last.plus(limit.window()));
                if (other.isEmpty()) {
                    return fewer;
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
    private Optional<Counter> replace(String key, Counter before, Takes takes, Instant expiresAt) {
        Map<String, AttributeValue> item = Map.of(
                "key", Attributes.text(key),
                "version", Attributes.text(UUID.randomUUID().toString()),
                "takes",
                        Attributes.list(
                                takes.times().stream().map(Attributes::millis).toList()),
                "expires_at", Attributes.seconds(expiresAt));
        try {
            client.putItem(request -> request.tableName(table)
                    .item(item)
                    // The second half lets the client's own retry of this write succeed.
                    .conditionExpression(
                            before.isNew()
                                    ? "attribute_not_exists(#version) OR #version = :own"
                                    : "#version = :before OR #version = :own")
                    .expressionAttributeNames(Map.of("#version", "version"))
                    .expressionAttributeValues(before.expected(item))
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

    /** An item, and the name of the write that made it; empty when there is none. */
    private record Counter(Optional<String> version, Takes takes) {
        static Counter of(Map<String, AttributeValue> item) {
            return item.isEmpty()
                    ? new Counter(Optional.empty(), new Takes(List.of()))
                    : new Counter(Optional.of(Attributes.text(item, "version")), new Takes(times(item)));
        }

        private static List<Instant> times(Map<String, AttributeValue> item) {
            return Attributes.list(item, "takes").stream()
                    .map(time -> Instant.ofEpochMilli(Long.parseLong(time.n())))
                    .toList();
        }

        boolean isNew() {
            return version.isEmpty();
        }

        Map<String, AttributeValue> expected(Map<String, AttributeValue> item) {
            Map<String, AttributeValue> values = new HashMap<>();
            values.put(":own", Attributes.text(Attributes.text(item, "version")));
            version.ifPresent(seen -> values.put(":before", Attributes.text(seen)));
            return values;
        }
    }
}
