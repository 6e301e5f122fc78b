package dev.assistant.infrastructure.capacity;

/**
 * Waiting in a queue before several equal servers: arrivals at random (Poisson), exponential service, nobody gives up (M/M/c).
 * Erlang's second formula, by the recurrence over the first, which does not overflow.
 *
 * @param arrivals a second
 * @param service mean seconds
 * @param servers at least one
 */
record ErlangC(double arrivals, double service, int servers) {
    ErlangC {
        if (servers < 1 || arrivals < 0 || service <= 0) {
            throw new IllegalArgumentException("a queue needs a server, and no negative load");
        }
    }

    /** Mean number of busy servers if there are enough (in Erlang). */
    double load() {
        return arrivals * service;
    }

    boolean isStable() {
        return load() < servers;
    }

    /** Chance that an arrival has to wait, 0 to 1; 1 when the queue grows for ever. */
    double waitingChance() {
        if (!isStable()) {
            return 1;
        }
        double blocked = 1; // Erlang B for no servers
        for (int server = 1; server <= servers; server++) {
            blocked = load() * blocked / (server + load() * blocked);
        }
        return blocked / (1 - load() / servers * (1 - blocked));
    }

    /** Mean wait in seconds; infinite when the queue grows for ever. */
    double meanWait() {
        return isStable() ? waitingChance() * service / (servers - load()) : Double.POSITIVE_INFINITY;
    }

    /** The wait in seconds that a share of arrivals does not exceed. */
    double waitOf(double share) {
        double chance = waitingChance();
        if (!isStable()) {
            return Double.POSITIVE_INFINITY;
        }
        return chance <= 1 - share ? 0 : Math.log(chance / (1 - share)) * service / (servers - load());
    }

    /** The fewest servers at which a share of arrivals waits no longer than so many seconds. */
    static int serversFor(double arrivals, double service, double share, double seconds) {
        int servers = Math.max(1, (int) Math.floor(arrivals * service) + 1);
        while (new ErlangC(arrivals, service, servers).waitOf(share) > seconds) {
            servers++;
        }
        return servers;
    }
}
