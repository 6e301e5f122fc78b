package dev.assistant.localstack;

import dev.assistant.localstack.catalogue.Catalogue;
import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.catalogue.Source;
import dev.assistant.localstack.contract.Routes;
import dev.assistant.localstack.function.FunctionCode;
import dev.assistant.localstack.function.FunctionHost;
import dev.assistant.localstack.function.InProcessHost;
import dev.assistant.localstack.function.ProcessHost;
import dev.assistant.localstack.gateway.Gateway;
import dev.assistant.localstack.gateway.RequestObserver;
import dev.assistant.localstack.observe.Observatory;
import dev.assistant.localstack.part.AgentRuntime;
import dev.assistant.localstack.part.Part;
import dev.assistant.localstack.part.StatusPage;
import dev.assistant.localstack.source.Clock;
import dev.assistant.localstack.source.QueuePoller;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.engine.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Everything that runs, in the order in which it must start; stopped in the opposite order. */
final class Stack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stack.class);

    /** The cloud's schedule is a minute; nobody wants to wait that long at their desk. */
    private static final Duration CLOCK = Duration.ofSeconds(10);

    /** Who watches figures wants them fresh. */
    private static final Duration OBSERVED_CLOCK = Duration.ofSeconds(5);

    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final StackSettings settings;
    private final Progress progress;
    private final Deque<Part> parts = new ConcurrentLinkedDeque<>();
    private final Deque<AutoCloseable> stops = new ConcurrentLinkedDeque<>();
    private final Catalogue catalogue;
    private RequestObserver observer = RequestObserver.NONE;

    Stack(StackSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.catalogue = Catalogue.read(
                Objects.requireNonNull(Stack.class.getResourceAsStream("/catalogue.yaml"), "catalogue.yaml"));
    }

    /** Starts everything and returns when the product can be used. */
    void start() {
        TokenKeysFile.ensure(Path.of(settings.get("TOKEN_KEYS_FILE")));
        GrantKeyFile.ensure(Path.of(settings.get("GRANT_KEY_FILE")));
        new Engines(settings, progress).start().forEach(this::add);
        if (settings.isObserved()) {
            observe();
        }
        FunctionHost functions = functionHost();
        stops.push(functions);
        progress.step("migrations", () -> migrate(functions));
        AgentRuntime runtime = agentRuntime(); // loads its analysers while the functions start
        add(runtime);
        progress.step("functions", () -> warm(functions));
        add(progress.step("gateway", () -> gateway(functions)));
        run(functions);
        stops.remove(runtime);
        stops.push(runtime); // the first to stop: its last events go out through the gateway
        progress.step("agent-runtime", () -> awaitTakingJobs(runtime));
        awaitReady(functions);
    }

    @Override
    public synchronized void close() {
        while (!stops.isEmpty()) {
            AutoCloseable stop = stops.pop();
            try {
                long begin = System.nanoTime();
                stop.close();
                LOG.info(
                        "stopped {} in {} ms",
                        stop instanceof Part part
                                ? part.name()
                                : stop.getClass().getSimpleName(),
                        Duration.ofNanos(System.nanoTime() - begin).toMillis());
            } catch (Exception e) {
                LOG.warn("stopping: {}", e.toString());
            }
        }
    }

    /** Before any function starts: each keeps the stream that it finds. */
    private void observe() {
        Observatory observatory = Observatory.start(
                settings.number("LOCAL_OBSERVE_PORT"),
                URI.create(Loopback.http(settings.number("WORKER_HEALTH_PORT")) + "/metrics"));
        if (settings.lambdaProcesses()) {
            observatory.follow(logs());
        } else {
            System.setOut(observatory.reading(System.out));
        }
        observer = observatory.requests();
        add(observatory);
    }

    private Path logs() {
        return settings.data().resolve("logs");
    }

    private void add(Part part) {
        parts.addLast(part);
        stops.push(part);
    }

    private List<Part> running(FunctionHost functions) {
        return Stream.concat(parts.stream(), functions.parts().stream()).toList();
    }

    private FunctionHost functionHost() {
        return settings.lambdaProcesses()
                ? new ProcessHost(
                        settings.checkout(), logs(), settings.environment(), settings.number("LOCAL_RUNTIME_API_PORT"))
                : new InProcessHost(settings.checkout());
    }

    private byte[] migrate(FunctionHost functions) {
        byte[] answer = new byte[0];
        for (FunctionEntry function : catalogue.withSource(Source.Deploy.class)) {
            answer = functions.invoke(function, "{}".getBytes(StandardCharsets.UTF_8));
        }
        return answer;
    }

    private FunctionHost warm(FunctionHost functions) {
        functions.warm(catalogue.functions());
        return functions;
    }

    private Gateway gateway(FunctionHost functions) {
        return Gateway.start(
                new Gateway.Address(
                        settings.host(),
                        settings.port(),
                        settings.portOf("WEBSOCKET_MANAGEMENT_URL"),
                        settings.get("AWS_ENDPOINT_URL_S3")),
                contract(),
                catalogue,
                functions,
                settings.checkout().resolve("frontend/dist"),
                new StatusPage(() -> running(functions)),
                observer);
    }

    /** From the jar of the functions that answer it. */
    private Routes contract() {
        try (URLClassLoader code = FunctionCode.of(
                                settings.checkout(), catalogue.fallback().artefact())
                        .isolatedLoader();
                InputStream openApi = code.getResourceAsStream("openapi.yaml")) {
            return Routes.read(Objects.requireNonNull(openApi, "openapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The queues' messages and the clock begin to run functions. */
    private void run(FunctionHost functions) {
        String region = settings.get("AWS_REGION");
        SqsClient queues = LocalClients.sqs(URI.create(settings.get("AWS_ENDPOINT_URL_SQS")));
        List<Thread> threads = new ArrayList<>();
        for (FunctionEntry function : catalogue.functions()) {
            switch (function.source()) {
                case Source.Queue queue -> {
                    QueuePoller.Queue polled =
                            new QueuePoller.Queue(settings.get(queueKey(queue.queue())), queue.batchSize(), region);
                    threads.add(thread(function, new QueuePoller(queues, polled, function, functions)));
                }
                case Source.Schedule schedule ->
                    threads.add(thread(
                            function,
                            new Clock(function, functions, settings.isObserved() ? OBSERVED_CLOCK : CLOCK, region)));
                case Source.Routes routes -> {}
                case Source.WebSocket socket -> {}
                case Source.Invoke invoke -> {}
                case Source.Deploy deploy -> {}
            }
        }
        stops.push(() -> threads.forEach(Thread::interrupt));
    }

    private static Thread thread(FunctionEntry function, Runnable work) {
        return Thread.ofVirtual().name(function.name()).start(work);
    }

    private static String queueKey(String queue) {
        return "QUEUE_" + queue.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
    }

    private AgentRuntime agentRuntime() {
        return AgentRuntime.start(
                settings.checkout().resolve("agent-runtime"),
                settings.environment(),
                logs().resolve("agent-runtime.log"),
                settings.number("WORKER_HEALTH_PORT"));
    }

    private AgentRuntime awaitTakingJobs(AgentRuntime runtime) {
        await("agent-runtime is not ready; see " + settings.data() + "/logs/agent-runtime.log", runtime::healthy);
        return runtime;
    }

    /** Every part is well, and a browser would find the application and an API whose own dependencies answer it. */
    private void awaitReady(FunctionHost functions) {
        await(
                "not everything is healthy; see ./localstack/status",
                () -> running(functions).stream().allMatch(Part::healthy));
        String site = "http://" + Loopback.HOST + ":" + settings.port();
        try (HttpClient http = HttpClient.newHttpClient()) {
            await(
                    "the API is not healthy: see " + site + "/api/v1/health",
                    () -> answers(http, site + "/api/v1/health"));
            await("the application is not built: see frontend/dist", () -> answers(http, site + "/"));
        }
    }

    private static boolean answers(HttpClient http, String address) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(String otherwise, BooleanSupplier condition) {
        long deadline = System.nanoTime() + READY_PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(otherwise);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
