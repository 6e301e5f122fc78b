package dev.assistant.infrastructure.capacity;

/**
 * What a month's reviews ask for.
 *
 * @param tasksMean worker tasks over the month
 * @param tasksPeak in the busiest hour
 * @param waitPeak seconds that 95 of 100 reviews wait at most, in that hour
 * @param connectionsPeak of the database
 * @param eventWritesPeak of DynamoDB, a second
 * @param tokensPerMinutePeak of models
 * @param usdInfrastructure a month
 * @param usdModels a month
 */
record Plan(
        long reviews,
        double tasksMean,
        int tasksPeak,
        double waitPeak,
        int connectionsPeak,
        double eventWritesPeak,
        double tokensPerMinutePeak,
        double usdInfrastructure,
        double usdModels) {
    private static final double SECONDS = 30 * 24 * 3600.0;
    private static final double HOURS = SECONDS / 3600;

    /** Connections of a task beside its jobs', and of the functions that serve one request at a time each. */
    private static final int CONNECTIONS_BESIDE_JOBS = 3;

    private static final double SECONDS_A_REQUEST = 0.06;
    private static final double WRITES_AN_EVENT = 2;

    /** Of a task with room for more: each waits for four seconds. */
    private static final double RECEIVES_AN_HOUR = 900;

    /** Reviews a second that one capacity unit of the database carries. */
    private static final double REVIEWS_A_UNIT = 10;

    private static final double SMALLEST_DATABASE = 0.5;

    static Plan of(long reviews, Assumptions each, Prices prices) {
        double mean = reviews / SECONDS;
        double peak = mean * each.peak();
        int slots = ErlangC.serversFor(peak, each.seconds(), 0.95, each.patience());
        int tasks = Math.ceilDiv(slots, each.jobsPerTask());
        double wait = new ErlangC(peak, each.seconds(), tasks * each.jobsPerTask()).waitOf(0.95);
        double tasksMean = mean * each.seconds() / each.jobsPerTask();
        int functions = (int) Math.ceil(peak * each.requests() * SECONDS_A_REQUEST);
        double database = Math.max(SMALLEST_DATABASE, mean / REVIEWS_A_UNIT) * HOURS * prices.databaseUnitHour();
        double usd = prices.fixed()
                + reviews
                        * (each.requests() * prices.request()
                                + each.pushes() * prices.push()
                                + each.queueRequests() * prices.queueRequest()
                                + each.databaseRequests() * prices.databaseRequest())
                + tasksMean * HOURS * (prices.taskHour() + RECEIVES_AN_HOUR * prices.queueRequest())
                + database;
        return new Plan(
                reviews,
                tasksMean,
                tasks,
                wait,
                tasks * (each.jobsPerTask() + CONNECTIONS_BESIDE_JOBS) + functions,
                peak * each.pushes() * WRITES_AN_EVENT,
                peak * 60 * (each.inputTokens() + each.outputTokens()),
                usd,
                reviews * (each.inputTokens() * prices.inputToken() + each.outputTokens() * prices.outputToken()));
    }
}
