package dev.assistant.adapters.lambda;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.adapters.json.ProviderSignInJson;
import dev.assistant.adapters.json.SignedInJson;
import dev.assistant.failure.Failure;
import dev.assistant.identity.Client;
import dev.assistant.identity.ProviderAccounts;
import dev.assistant.identity.ProviderIdentity;
import dev.assistant.identity.SignedIn;
import java.time.Duration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Has a function with the database sign people in, on behalf of one that can reach the internet and so cannot reach the
 * database. It trusts what it is told, so nobody else may invoke it. Repeating a call opens one session more. Thread-safe.
 */
public final class LambdaProviderAccounts implements ProviderAccounts {
    private static final String DEPENDENCY = "account service";

    private final LambdaClient client;
    private final String function;

    /** @param function name or ARN */
    public LambdaProviderAccounts(LambdaClient client, String function) {
        this.client = client;
        this.function = function;
    }

    @Override
    public SignedIn signIn(ProviderIdentity identity, Client from) {
        String payload = ProviderSignInJson.write(new ProviderSignInJson.Arrival(identity, from));
        InvokeResponse answer = AwsCalls.call(
                DEPENDENCY,
                () -> client.invoke(
                        request -> request.functionName(function).payload(SdkBytes.fromUtf8String(payload))));
        if (answer.functionError() != null) {
            throw unavailable(new IllegalStateException("the function failed"));
        }
        try {
            return SignedInJson.read(answer.payload().asUtf8String());
        } catch (IllegalArgumentException e) {
            throw unavailable(e);
        }
    }

    private static Failure.Unavailable unavailable(RuntimeException cause) {
        return new Failure.Unavailable(DEPENDENCY, Duration.ofSeconds(5), cause);
    }
}
