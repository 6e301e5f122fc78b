package dev.assistant.localstack.gateway;

import java.util.Optional;

/** Is told of each request of the REST API, before and after it is answered. Thread-safe. */
public interface RequestObserver {
    /** Looks away. */
    RequestObserver NONE = (method, traceparent) -> new Observed() {
        @Override
        public Optional<String> traceparent() {
            return Optional.empty();
        }

        @Override
        public void answered(String resource, String function, int status) {}
    };

    /**
     * A request has come.
     *
     * @param traceparent the client's, if it sent one
     */
    Observed begin(String method, Optional<String> traceparent);

    /** A request that is being answered. */
    interface Observed {
        /** What the function is told in the client's place; empty to leave it as it is. */
        Optional<String> traceparent();

        /** @param resource the contract's path, without values */
        void answered(String resource, String function, int status);
    }
}
