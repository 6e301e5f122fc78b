package dev.assistant.localstack.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assistant.localstack.function.NativeClientLibrary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Times a process from its start to the answer of its first event, {@code GET /users/me}, through Lambda's own runtime client:
 * token check, session and account from PostgreSQL, request count in DynamoDB.
 */
final class ColdStart {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path plainHandler;
    private final Path checkout;
    private final byte[] event;
    private final Path scratch;
    private final String nativeClient = NativeClientLibrary.option();
    private final Map<Variant, Path> caches = new EnumMap<>(Variant.class);

    ColdStart(Path checkout, Path plainHandler, String token) throws IOException {
        this.checkout = checkout;
        this.plainHandler = plainHandler;
        this.event = event(token);
        this.scratch = Files.createTempDirectory("cold-start");
    }

    /** What is compared. The first is what the others are divided by. */
    enum Variant {
        PLAIN("plain handler", "dev.assistant.api.PlainUsers::handleRequest", false),
        FUNCTION(
                "Spring Cloud Function",
                "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest",
                false),
        PLAIN_CACHED("plain handler with an AOT cache", PLAIN.handler, true),
        FUNCTION_CACHED("Spring Cloud Function with an AOT cache", FUNCTION.handler, true);

        private final String title;
        private final String handler;
        private final boolean cached;

        Variant(String title, String handler, boolean cached) {
            this.title = title;
            this.handler = handler;
            this.cached = cached;
        }

        String title() {
            return title;
        }

        boolean cached() {
            return cached;
        }
    }

    /** Trains the variant's AOT cache (JEP 514) by one run that ends in good order. */
    void prepare(Variant variant) throws Exception {
        if (variant.cached) {
            Path cache = scratch.resolve(variant.name() + ".aot");
            start(variant, "-XX:AOTCacheOutput=" + cache);
            caches.put(variant, cache);
        }
    }

    Duration run(Variant variant) throws Exception {
        Path cache = caches.get(variant);
        return start(variant, cache == null ? "-Xlog:disable" : "-XX:AOTCache=" + cache);
    }

    /** How many classes a process without a cache has loaded when its first event is answered. */
    long classes(Variant variant) throws Exception {
        Path log = scratch.resolve(variant.name() + "-classes.log");
        start(variant, "-Xlog:class+load:file=" + log + "::filesize=0");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    private Duration start(Variant variant, String option) throws Exception {
        try (OneEvent events = new OneEvent(event)) {
            long begin = System.nanoTime();
            Process process = process(variant, option, events.address());
            try {
                int status = Product.read(events.answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .path("statusCode")
                        .asInt();
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                if (status != 200) {
                    throw new IOException(variant.title + " answered " + status);
                }
                return took;
            } finally {
                process.destroy();
                process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private Process process(Variant variant, String option, String runtimeApi) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                nativeClient,
                option,
                "-cp",
                classPath(),
                CLIENT,
                variant.handler);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        builder.environment().put("_HANDLER", variant.handler);
        builder.environment().put("MAIN_CLASS", "dev.assistant.api.ApiFunctions");
        builder.environment().put("SPRING_CLOUD_FUNCTION_DEFINITION", "users");
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "users");
        builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        builder.environment().put("LAMBDA_TASK_ROOT", scratch.toString());
        Path log = scratch.resolve(variant.name() + ".log");
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Jars only, in a fixed order, as an AOT cache wants them. */
    private String classPath() throws IOException {
        List<String> jars = new ArrayList<>();
        jars.add(plainHandler.toString());
        try (Stream<Path> libraries = Files.list(checkout.resolve("functions/api/target/function/lib"))) {
            libraries.sorted().map(Path::toString).forEach(jars::add);
        }
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(jar -> jar.contains("aws-lambda-java-runtime-interface-client") || jar.contains("utils-lite"))
                .forEach(jars::add);
        return jars.stream().collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static byte[] event(String token) {
        ObjectNode event = new JsonMapper().createObjectNode();
        event.put("resource", "/api/v1/users/me");
        event.put("path", "/api/v1/users/me");
        event.put("httpMethod", "GET");
        event.putObject("headers").put("authorization", "Bearer " + token);
        event.putObject("multiValueHeaders").putArray("authorization").add("Bearer " + token);
        ObjectNode context = event.putObject("requestContext");
        context.put("requestId", UUID.randomUUID().toString());
        context.putObject("identity").put("sourceIp", "127.0.0.1");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The runtime API, for a process that is to work on one event. */
    private static final class OneEvent implements AutoCloseable {
        private final CompletableFuture<String> answer = new CompletableFuture<>();
        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private final HttpServer server;
        private boolean handedOut;

        OneEvent(byte[] event) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/2018-06-01/runtime/invocation/next", exchange -> next(exchange, event));
            server.createContext("/2018-06-01/runtime/", this::told);
            server.start();
        }

        String address() {
            return "127.0.0.1:" + server.getAddress().getPort();
        }

        private void next(HttpExchange exchange, byte[] event) throws IOException {
            if (wasHandedOut()) {
                over.join();
                exchange.close();
                return;
            }
            exchange.getResponseHeaders()
                    .add("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
            exchange.getResponseHeaders()
                    .add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + PATIENCE.toMillis()));
            exchange.getResponseHeaders()
                    .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:local:000000000000:function:users");
            exchange.getResponseHeaders().add("Lambda-Runtime-Trace-Id", "Root=1-" + UUID.randomUUID());
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
            exchange.close();
        }

        private synchronized boolean wasHandedOut() {
            boolean before = handedOut;
            handedOut = true;
            return before;
        }

        private void told(HttpExchange exchange) throws IOException {
            answer.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        }

        @Override
        public void close() {
            over.complete(null);
            server.stop(0);
        }
    }
}
