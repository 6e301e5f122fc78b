package dev.assistant.adapters.aws;

import dev.assistant.failure.Failure;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Calls to AWS, whose failures become {@link Failure.Unavailable} here and nowhere else. */
public final class AwsCalls {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private AwsCalls() {}

    /**
     * Runs a call after the SDK's own retries.
     *
     * @param dependency what does not answer, in the words of a person, such as {@code event log}
     */
    public static <T> T call(String dependency, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new Failure.Unavailable(dependency, RETRY_AFTER, e);
        }
    }
}
