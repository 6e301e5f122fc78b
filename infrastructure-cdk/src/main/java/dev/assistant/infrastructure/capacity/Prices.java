package dev.assistant.infrastructure.capacity;

/**
 * List prices of us-east-1 in USD, August 2026, without free tiers and tax; some from memory: check before relying on them.
 *
 * @param fixed a month, whatever the load: keys, alarms, metrics, firewall
 * @param request of the API, with its function's time
 * @param push over a socket, with its table writes
 * @param taskHour of a worker of 1 processor and 2 GB, arm64
 * @param databaseUnitHour of a capacity unit of Aurora Serverless v2
 * @param queueRequest of SQS, message groups included
 * @param databaseRequest I/O
 * @param inputToken of the model
 * @param outputToken of the model
 */
record Prices(
        double fixed,
        double request,
        double push,
        double taskHour,
        double databaseUnitHour,
        double queueRequest,
        double databaseRequest,
        double inputToken,
        double outputToken) {
    static final Prices LIST = new Prices(20, 4.5e-6, 2.3e-6, 0.0395, 0.12, 0.5e-6, 0.2e-6, 3e-6, 15e-6);
}
