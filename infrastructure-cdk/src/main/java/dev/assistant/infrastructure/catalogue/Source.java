package dev.assistant.infrastructure.catalogue;

/** What makes a function run. */
public sealed interface Source {
    /**
     * The operations of the contract that name the function.
     *
     * @param fallback whether it also gets every path and method that no operation has
     */
    record Routes(boolean fallback) implements Source {}

    /** The life of WebSocket connections. */
    record WebSocket() implements Source {}

    /**
     * Messages of a queue.
     *
     * @param batchSize most messages at a time, 1 to 10
     */
    record Queue(String queue, int batchSize) implements Source {}

    /**
     * The clock.
     *
     * @param rate an EventBridge schedule expression
     */
    record Schedule(String rate) implements Source {}

    /** Other functions, which wait for the answer. */
    record Invoke() implements Source {}

    /** Each deployment, once, before other functions get their new code. */
    record Deploy() implements Source {}
}
