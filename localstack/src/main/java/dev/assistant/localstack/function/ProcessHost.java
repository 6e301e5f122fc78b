package dev.assistant.localstack.function;

import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.function.FunctionFailure.Kind;
import dev.assistant.localstack.part.Part;
import dev.assistant.testkit.engine.ChildProcess;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each function in JVMs of its own, through Lambda's real runtime interface client, with only the settings that the
 * catalogue gives it. As in the cloud a JVM takes one event at a time, the first event starts it (a cold start), and more
 * events at once start more of them.
 */
public final class ProcessHost implements FunctionHost {

    /** Environments of one function at once; in the cloud this is its reserved concurrency. */
    private static final int MOST_PER_FUNCTION = 4;

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(2);
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final List<String> CLIENT_LIBRARIES = List.of(
            "aws-lambda-java-runtime-interface-client",
            "aws-lambda-java-core",
            "aws-lambda-java-serialization",
            "utils-lite");

    private final Path checkout;
    private final Path logs;
    private final Map<String, String> settings;
    private final RuntimeApi runtimeApi;
    private final String nativeClient = NativeClientLibrary.option();
    private final Map<String, Environments> functions = new ConcurrentHashMap<>();

    /**
     * @param checkout the directory that artefacts' paths start from
     * @param logs directory for one log per function
     * @param settings all settings there are; each function gets its own
     * @param port of the runtime API, or 0 for any
     */
    public ProcessHost(Path checkout, Path logs, Map<String, String> settings, int port) {
        this.checkout = checkout;
        this.logs = logs;
        this.settings = Map.copyOf(settings);
        this.runtimeApi = new RuntimeApi(port);
    }

    @Override
    public byte[] run(FunctionEntry function, byte[] event) {
        return functions
                .computeIfAbsent(function.name(), name -> new Environments(function))
                .run(event);
    }

    /** Does nothing: cold starts are what this host is for. */
    @Override
    public void warm(List<FunctionEntry> functions) {}

    @Override
    public List<Part> parts() {
        return functions.values().stream()
                .flatMap(environments -> environments.all.stream())
                .map(Part.class::cast)
                .toList();
    }

    @Override
    public void close() {
        functions.values().forEach(Environments::close);
        runtimeApi.close();
    }

    /** The JVMs of one function. */
    private final class Environments {
        private final FunctionEntry function;
        private final Semaphore room = new Semaphore(MOST_PER_FUNCTION, true);
        private final Deque<FunctionProcess> idle = new ConcurrentLinkedDeque<>();
        private final List<FunctionProcess> all = new CopyOnWriteArrayList<>();

        Environments(FunctionEntry function) {
            this.function = function;
        }

        byte[] run(byte[] event) {
            try {
                room.acquire();
                try {
                    return runIn(free(), event);
                } finally {
                    room.release();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FunctionFailure(Kind.FAILED, function.name() + ": the stack is stopping", e);
            }
        }

        private byte[] runIn(FunctionProcess process, byte[] event) throws InterruptedException {
            Invocation invocation = Invocation.of(event, Instant.now().plus(function.timeout()));
            process.submit(invocation);
            try {
                byte[] answer = invocation.answer().get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
                idle.addFirst(process);
                return answer;
            } catch (TimeoutException e) {
                end(process);
                throw new FunctionFailure(Kind.TIMED_OUT, function.name() + ": over " + function.timeout(), e);
            } catch (ExecutionException e) {
                if (process.isAlive()) {
                    idle.addFirst(process);
                } else {
                    end(process);
                }
                throw e.getCause() instanceof FunctionFailure failure
                        ? failure
                        : new FunctionFailure(Kind.FAILED, function.name() + ": " + e.getCause(), e);
            }
        }

        private FunctionProcess free() {
            for (FunctionProcess process = idle.pollFirst(); process != null; process = idle.pollFirst()) {
                if (process.isAlive()) {
                    return process;
                }
                end(process);
            }
            FunctionProcess process = new FunctionProcess(function);
            runtimeApi.add(process);
            all.add(process);
            process.runs(start(process));
            return process;
        }

        private void end(FunctionProcess process) {
            runtimeApi.remove(process);
            all.remove(process);
            process.close();
        }

        private void close() {
            all.forEach(this::end);
        }
    }

    private ChildProcess start(FunctionProcess process) {
        FunctionEntry function = process.function();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + function.memoryMb() * 3 / 4 + "m",
                "--enable-native-access=ALL-UNNAMED",
                nativeClient,
                "-cp",
                classPath(function),
                CLIENT,
                function.artefact().handler()));
        return ChildProcess.start(
                command,
                environment(process),
                logs.resolve("function-" + function.name() + ".log"),
                ChildProcess.StopSignal.TERM,
                STOP_PATIENCE);
    }

    /** The client's libraries as the managed runtime has them, then the function's own. */
    private String classPath(FunctionEntry function) {
        Stream<String> client = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> CLIENT_LIBRARIES.stream()
                        .anyMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)));
        Stream<String> own = FunctionCode.of(checkout, function.artefact()).classPath().stream()
                .map(Path::toString);
        return Stream.concat(client, own).collect(Collectors.joining(File.pathSeparator));
    }

    private Map<String, String> environment(FunctionProcess process) {
        FunctionEntry function = process.function();
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) -> {
            if (function.environmentKeys().contains(key) || isOfTheMachine(key)) {
                environment.put(key, value);
            }
        });
        environment.put("MAIN_CLASS", function.artefact().mainClass());
        environment.put("SPRING_CLOUD_FUNCTION_DEFINITION", function.bean());
        environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi.addressFor(process.id()));
        environment.put("_HANDLER", function.artefact().handler());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb()));
        environment.put(
                "LAMBDA_TASK_ROOT", checkout.resolve(function.artefact().code()).toString());
        return environment;
    }

    /** What stands for the function's role and its account here: credentials and where AWS is. */
    private static boolean isOfTheMachine(String key) {
        return key.startsWith("AWS_ENDPOINT_URL")
                || key.equals("AWS_ACCESS_KEY_ID")
                || key.equals("AWS_SECRET_ACCESS_KEY")
                || key.equals("PATH");
    }
}
