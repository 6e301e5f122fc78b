package dev.assistant.localstack.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the stack that runs at an address. Arguments: its origin, the checkout, a jar with the plain handler. Requests go
 * one after another, from as many accounts as the limit of 100 requests a minute asks for.
 */
public final class Main {
    private static final int ACCOUNTS = 6;
    private static final int REQUESTS_EACH = 40;
    private static final int SUBMISSIONS_EACH = 8;
    private static final int REVIEWS = 8;
    private static final int ROUNDS = 5;

    private static final PrintStream OUT = System.out;

    private Main() {}

    /** Runs all measurements and prints a line for each. */
    public static void main(String[] arguments) throws Exception {
        Product product = new Product(arguments[0]);
        Path checkout = Path.of(arguments[1]);
        Path plainHandler = Path.of(arguments[2]);
        List<String> tokens = new ArrayList<>();
        for (int account = 0; account < ACCOUNTS; account++) {
            tokens.add(product.signUp());
        }
        requests(product, tokens);
        reviews(product, product.signUp());
        archives(checkout.resolve("functions"));
        coldStarts(new ColdStart(checkout, plainHandler, tokens.getFirst()));
        System.exit(0);
    }

    private static void requests(Product product, List<String> tokens) throws Exception {
        List<Double> profiles = new ArrayList<>();
        List<Double> submissions = new ArrayList<>();
        for (String token : tokens) {
            for (int request = 0; request < REQUESTS_EACH; request++) {
                profiles.add(milliseconds(() -> product.get("/users/me", token)));
            }
            for (int request = 0; request < SUBMISSIONS_EACH; request++) {
                submissions.add(milliseconds(() -> product.submit(token, "x = 1\n")));
            }
        }
        OUT.println("warm GET /users/me      " + new Samples(profiles).percentiles());
        OUT.println("warm POST /code-review  " + new Samples(submissions).percentiles());
    }

    private static void reviews(Product product, String token) throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> completed = new ArrayList<>();
        String code = Files.readString(Path.of("localstack/src/bench/sample.py"), StandardCharsets.UTF_8);
        WatchedReview.run(product, token, code); // the analysers' first file of a language loads them
        for (int review = 0; review < REVIEWS; review++) {
            WatchedReview watched = WatchedReview.run(product, token, code);
            first.add(toMilliseconds(watched.firstEvent()));
            completed.add(toMilliseconds(watched.completed()));
        }
        OUT.printf(
                Locale.ROOT,
                "review of %d lines of Python: submit to first event %s; to completed %s%n",
                code.lines().count(),
                new Samples(first).spread(),
                new Samples(completed).spread());
    }

    private static void archives(Path functions) throws IOException {
        for (String module : List.of("api", "realtime")) {
            Path built = functions.resolve(module).resolve("target");
            try (Stream<Path> jars = Files.list(built.resolve("function/lib"))) {
                OUT.printf(
                        Locale.ROOT,
                        "archive of the functions in %-10s %.1f MB, %d jars%n",
                        module,
                        Files.size(built.resolve(module + ".zip")) / 1e6,
                        jars.count());
            }
        }
    }

    private static void coldStarts(ColdStart starts) throws Exception {
        Map<ColdStart.Variant, List<Double>> measured = new EnumMap<>(ColdStart.Variant.class);
        for (ColdStart.Variant variant : ColdStart.Variant.values()) {
            starts.prepare(variant);
            measured.put(variant, new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<ColdStart.Variant, List<Double>> variant : measured.entrySet()) {
                variant.getValue().add(toMilliseconds(starts.run(variant.getKey())));
            }
        }
        double plain = new Samples(measured.getOrDefault(ColdStart.Variant.PLAIN, List.of())).median();
        measured.forEach((variant, milliseconds) -> {
            Samples samples = new Samples(milliseconds);
            OUT.printf(
                    Locale.ROOT,
                    "cold start, %-40s %s, %.2f x plain%n",
                    variant.title(),
                    samples.spread(),
                    samples.median() / plain);
        });
        for (ColdStart.Variant variant : measured.keySet()) {
            if (!variant.cached()) {
                OUT.printf(Locale.ROOT, "classes loaded, %-36s %,d%n", variant.title(), starts.classes(variant));
            }
        }
    }

    private static double milliseconds(Call call) throws Exception {
        long begin = System.nanoTime();
        call.run();
        return toMilliseconds(Duration.ofNanos(System.nanoTime() - begin));
    }

    private static double toMilliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private interface Call {
        void run() throws Exception;
    }
}
