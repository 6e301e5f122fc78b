package dev.assistant.adapters.dynamodb;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.identity.Secrets;
import dev.assistant.identity.SignInAttempt;
import dev.assistant.identity.SignInAttempts;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Visits to providers in DynamoDB, since the function that begins and ends them cannot reach the database. An item per state;
 * ending one is a conditional delete, so that it happens once. Items hold hashes only. Thread-safe.
 */
public final class DynamoSignInAttempts implements SignInAttempts {
    private static final String DEPENDENCY = "memory of sign-ins";

    private final DynamoDbClient client;
    private final String table;

    public DynamoSignInAttempts(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void begin(SignInAttempt attempt, Instant expiresAt) {
        Map<String, AttributeValue> item = Map.of(
                "state_hash", Attributes.text(Secrets.hash(attempt.state())),
                "browser_hash", Attributes.text(Secrets.hash(attempt.browserSecret())),
                "provider", Attributes.text(attempt.provider().word()),
                "purpose", Attributes.text(attempt.purpose().name()),
                "ends_at", Attributes.millis(expiresAt),
                "expires_at", Attributes.seconds(expiresAt));
        AwsCalls.call(
                DEPENDENCY,
                () -> client.putItem(request -> request.tableName(table).item(item)));
    }

    @Override
    public boolean end(SignInAttempt attempt, Instant now) {
        return AwsCalls.call(DEPENDENCY, () -> {
            try {
                client.deleteItem(request -> request.tableName(table)
                        .key(Map.of("state_hash", Attributes.text(Secrets.hash(attempt.state()))))
                        // Expired items may still be there: time to live deletes within days, not at once.
                        .conditionExpression(
                                "browser_hash = :browser AND #provider = :provider AND purpose = :purpose AND ends_at > :now")
                        .expressionAttributeNames(Map.of("#provider", "provider"))
                        .expressionAttributeValues(Map.of(
                                ":browser", Attributes.text(Secrets.hash(attempt.browserSecret())),
                                ":provider", Attributes.text(attempt.provider().word()),
                                ":purpose", Attributes.text(attempt.purpose().name()),
                                ":now", Attributes.millis(now))));
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false;
            }
        });
    }
}
