package dev.assistant.infrastructure.capacity;

/**
 * What one review takes, and how people come.
 *
 * @param seconds a worker's time for it
 * @param requests of the API
 * @param pushes over sockets
 * @param queueRequests of SQS: sent, received, put back for another's turn while many wait, kept hidden every ten seconds, deleted
 * @param databaseRequests I/O of the database
 * @param inputTokens of models; zero for deterministic reviews
 * @param outputTokens of models
 * @param peak the busiest hour's rate over the mean
 * @param jobsPerTask reviews that a task works on at once
 * @param patience seconds that 95 of 100 reviews may wait for a worker
 */
record Assumptions(
        double seconds,
        double requests,
        double pushes,
        double queueRequests,
        double databaseRequests,
        double inputTokens,
        double outputTokens,
        double peak,
        int jobsPerTask,
        double patience) {
    /** With agents, a minute and a half of mostly waiting for models. */
    static final Assumptions AGENTS = new Assumptions(90, 8, 25, 16, 60, 25_000, 6_000, 10, 4, 5);

    /** Analysers only, which compute: a task does one after the other on its processor. */
    static final Assumptions DETERMINISTIC = new Assumptions(4, 8, 15, 8, 40, 0, 0, 10, 1, 5);
}
