package dev.assistant.localstack.catalogue;

/** What makes a function run. */
public sealed interface Source {

    /**
     * Operations of the contract.
     *
     * @param fallback whether it also answers every path and method that no operation has
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

    /** The clock. */
    record Schedule() implements Source {}

    /** Other functions, which wait for the answer. */
    record Invoke() implements Source {}

    /** Each deployment; here each start. */
    record Deploy() implements Source {}
}
