package dev.assistant.runtime.model;

import dev.assistant.runtime.model.CallFailure.Reason;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** What the providers' libraries throw, as what it means. */
final class CallFailures {
    private static final int MOST_CAUSES = 10;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

    private CallFailures() {}

    static CallFailure of(Throwable thrown) {
        return new CallFailure(reason(thrown), retryAfter(thrown), thrown);
    }

    private static Reason reason(Throwable thrown) {
        return causes(thrown)
                .map(CallFailures::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Reason.GARBLED);
    }

    private static Optional<Reason> known(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case RateLimitException e -> Reason.THROTTLED;
                    case TimeoutException e -> Reason.TIMED_OUT;
                    case ApiCallTimeoutException e -> Reason.TIMED_OUT;
                    case ApiCallAttemptTimeoutException e -> Reason.TIMED_OUT;
                    case HttpTimeoutException e -> Reason.TIMED_OUT;
                    case AuthenticationException e -> Reason.DENIED;
                    case ModelNotFoundException e -> Reason.DENIED;
                    case InvalidRequestException e -> Reason.REJECTED;
                    case RefusedByServer e -> status(e.statusCode());
                    case AwsServiceException e -> status(e.statusCode());
                    case ConnectException e -> Reason.DOWN;
                    case UnknownHostException e -> Reason.DOWN;
                    case IOException e -> Reason.BROKEN_OFF;
                    default -> null;
                });
    }

    private static Reason status(int status) {
        return switch (status) {
            case TOO_MANY -> Reason.THROTTLED;
            case 401, 403, 404 -> Reason.DENIED;
            case 408, 504 -> Reason.TIMED_OUT;
            default -> status >= SERVER_ERRORS ? Reason.DOWN : Reason.REJECTED;
        };
    }

    private static Optional<Duration> retryAfter(Throwable thrown) {
        return causes(thrown)
                .map(cause -> switch (cause) {
                    case RefusedByServer e -> e.retryAfter();
                    case AwsServiceException e ->
                        Optional.ofNullable(e.awsErrorDetails())
                                .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
                                .flatMap(response -> response.firstMatchingHeader("Retry-After"))
                                .flatMap(RefusedByServer::seconds);
                    default -> Optional.<Duration>empty();
                })
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES);
    }
}
