package dev.assistant.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.testkit.engine.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stack, started by its script on free ports with data of its own. */
final class RunningStack implements AutoCloseable {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    /** From PORT on, as localstack/environment hands them out. */
    private static final int PORTS = 16;

    private final Path data;
    private final Map<String, String> environment;
    private final int port;

    private RunningStack(Path data, Map<String, String> environment, int port) {
        this.data = data;
        this.environment = environment;
        this.port = port;
    }

    static RunningStack up(Path data, String... options) throws Exception {
        return up(data, Map.of(), options);
    }

    /** @param environment for the whole product, beside what it is started with anyway */
    static RunningStack up(Path data, Map<String, String> environment, String... options) throws Exception {
        RunningStack stack = new RunningStack(data, environment, freeBlock());
        List<String> arguments = new ArrayList<>(List.of("--detach", "--no-build"));
        arguments.addAll(List.of(options));
        Output output = stack.script("up", arguments.toArray(String[]::new));
        assertThat(output.code()).as(output.text()).isZero();
        assertThat(output.text().lines()).last().isEqualTo("Ready: http://localhost:" + stack.port);
        return stack;
    }

    /** What a script did. */
    record Output(int code, String text) {}

    Output script(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("localstack/" + name));
        command.addAll(List.of(arguments));
        Process process = process(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Output(process.exitValue(), text);
    }

    ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(CHECKOUT.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("LOCAL_DATA", data.toString());
        return builder;
    }

    int port() {
        return port;
    }

    /** The page of {@code --observe}. */
    String observed() {
        return "http://127.0.0.1:" + (port + 15);
    }

    String origin() {
        return "http://localhost:" + port;
    }

    /** The status of a part. */
    JsonNode part(String name) throws Exception {
        for (JsonNode part : JsonMapper.shared().readTree(script("status").text())) {
            if (part.path("name").stringValue().equals(name)) {
                return part;
            }
        }
        throw new AssertionError("no part is called " + name);
    }

    /** The status of a part, as soon as it is well. */
    JsonNode healthy(String name) throws Exception {
        JsonNode part = part(name);
        while (!part.path("healthy").booleanValue()) {
            part = part(name);
        }
        return part;
    }

    /** The process of a part. */
    ProcessHandle process(String part) throws Exception {
        return ProcessHandle.of(part(part).path("pid").longValue()).orElseThrow();
    }

    @Override
    public void close() throws Exception {
        script("down");
    }

    private static int freeBlock() throws IOException {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int attempt = 0; attempt < 100; attempt++) {
            int base = random.nextInt(20_000, 30_000);
            if (IntStream.range(base, base + PORTS).allMatch(Loopback::isFree)) {
                return base;
            }
        }
        throw new IOException("no " + PORTS + " free ports in a row");
    }
}
