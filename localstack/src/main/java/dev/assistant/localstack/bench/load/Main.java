package dev.assistant.localstack.bench.load;

import dev.assistant.localstack.bench.Product;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fifty people at once on the stack that runs at an address. Argument: its origin. */
public final class Main {
    private static final int PEOPLE = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(40);
    /** 50 requests in the 50 seconds: half of what one person may send. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final PrintStream OUT = System.out;

    private Main() {}

    /** Signs everybody up, lets them warm the stack up, and prints what the rest of the time brought. */
    public static void main(String[] arguments) throws Exception {
        Product product = new Product(arguments[0]);
        List<String> tokens = new ArrayList<>();
        long begin = System.nanoTime();
        for (int person = 0; person < PEOPLE; person++) {
            tokens.add(product.signUp());
        }
        OUT.printf(Locale.ROOT, "%d accounts in %.0f s%n", PEOPLE, (System.nanoTime() - begin) / 1e9);
        run(arguments[0], tokens, WARM_UP, new Latencies());
        Latencies latencies = new Latencies();
        run(arguments[0], tokens, MEASURED, latencies);
        OUT.printf(
                Locale.ROOT,
                "%d people, one request a second each on average, for %d s%n%s",
                PEOPLE,
                MEASURED.toSeconds(),
                latencies.table());
        System.exit(0);
    }

    private static void run(String origin, List<String> tokens, Duration time, Latencies latencies) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int person = 0; person < tokens.size(); person++) {
                Visitor visitor = new Visitor(http, origin, tokens.get(person), new Random(person), latencies);
                running.add(threads.submit(() -> {
                    visitor.visit(PAUSE, end);
                    return visitor;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }
}
