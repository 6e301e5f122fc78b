package dev.assistant.adapters.lambda;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.adapters.json.ProviderSignInJson;
import dev.assistant.adapters.json.ProviderSignInJson.Arrival;
import dev.assistant.adapters.json.SignedInJson;
import dev.assistant.failure.Failure;
import dev.assistant.identity.Client;
import dev.assistant.identity.LinkProof;
import dev.assistant.identity.ProviderAccounts;
import dev.assistant.identity.ProviderIdentity;
import dev.assistant.identity.ProviderLinks;
import dev.assistant.identity.SignedIn;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Has a function with the database sign people in and link their accounts, on behalf of one that can reach the internet and so cannot reach the
 * database. It trusts what it is told, so nobody else may invoke it. Repeating a call opens one session more. Thread-safe.
 */
public final class LambdaProviderAccounts implements ProviderAccounts, ProviderLinks {
    private static final String DEPENDENCY = "account service";

    /** A link opens no session, which would note where it came from. */
    private static final Client NOWHERE = new Client("", "");

    private final LambdaClient client;
    private final String function;

    /** @param function name or ARN */
    public LambdaProviderAccounts(LambdaClient client, String function) {
        this.client = client;
        this.function = function;
    }

    @Override
    public SignedIn signIn(ProviderIdentity identity, Client from) {
        return asked(new Arrival(identity, from, Optional.empty()), SignedInJson::read);
    }

    @Override
    public void link(ProviderIdentity identity, LinkProof proof) {
        asked(new Arrival(identity, NOWHERE, Optional.of(proof)), answer -> {
            SignedInJson.readLinked(answer);
            return true;
        });
    }

    private <T> T asked(Arrival arrival, Function<String, T> reader) {
        String payload = ProviderSignInJson.write(arrival);
        InvokeResponse answer = AwsCalls.call(
                DEPENDENCY,
                () -> client.invoke(
                        request -> request.functionName(function).payload(SdkBytes.fromUtf8String(payload))));
        if (answer.functionError() != null) {
            throw unavailable(new IllegalStateException("the function failed"));
        }
        try {
            return reader.apply(answer.payload().asUtf8String());
        } catch (IllegalArgumentException e) {
            throw unavailable(e);
        }
    }

    private static Failure.Unavailable unavailable(RuntimeException cause) {
        return new Failure.Unavailable(DEPENDENCY, Duration.ofSeconds(5), cause);
    }
}
