package dev.assistant.api.auth;

import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Request;
import dev.assistant.failure.Failure;
import dev.assistant.identity.Provider;
import dev.assistant.identity.SignInAttempt;
import java.util.Optional;

/** What a browser brings back from a provider. */
record ProviderReturn(SignInAttempt attempt, String code) {
    /** Longest code and state that are looked at. */
    private static final int LONGEST = 2_000;

    /**
     * @return empty when the request brings nothing back, and so begins a visit
     * @throws Failure.Invalid when it brings only half
     */
    static Optional<ProviderReturn> of(Request request, Provider provider, SignInAttempt.Purpose purpose) {
        Optional<Fields> body = JsonBody.readIfSent(request);
        Optional<String> code = body.flatMap(fields -> fields.optionalText("code"));
        Optional<String> state = body.flatMap(fields -> fields.optionalText("state"));
        body.ifPresent(Fields::requireValid);
        if (code.isEmpty() && state.isEmpty()) {
            return Optional.empty();
        }
        SignInAttempt attempt = new SignInAttempt(
                provider,
                purpose,
                sent("state", state),
                request.cookie(SignInCookie.NAME).orElse(""));
        return Optional.of(new ProviderReturn(attempt, sent("code", code)));
    }

    private static String sent(String field, Optional<String> value) {
        return value.filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                .orElseThrow(() -> new Failure.Invalid(
                        field, "Send what the provider put into the address: both code and state."));
    }

    @Override
    public String toString() {
        return "ProviderReturn[" + attempt + "]";
    }
}
