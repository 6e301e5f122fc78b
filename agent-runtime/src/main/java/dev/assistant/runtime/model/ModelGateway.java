package dev.assistant.runtime.model;

/**
 * Language models, whoever serves them. Retries, the fallback to other models, prices and the accounting of use are behind it;
 * langchain4j's types never leave it. Thread-safe.
 */
public interface ModelGateway {
    /**
     * Asks once and waits for the whole answer. A call is reserved from the request's budget before it is made, and what it
     * really cost is settled and stored afterwards, also when it failed.
     *
     * @throws ModelFailure when no model gave an answer that can be used
     * @throws InterruptedException when the calling thread was interrupted; the call is given up within two seconds
     */
    ModelAnswer ask(ModelRequest request) throws ModelFailure, InterruptedException;
}
