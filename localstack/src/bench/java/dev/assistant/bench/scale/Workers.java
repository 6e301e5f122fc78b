package dev.assistant.bench.scale;

import dev.assistant.localstack.part.AgentRuntime;
import dev.assistant.testkit.engine.Loopback;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Processes of agent-runtime beside the one that the stack runs. Not thread-safe. */
final class Workers implements AutoCloseable {
    private static final long POLL_MILLIS = 100;

    private final Map<String, String> environment;
    private final Deque<AgentRuntime> beside = new ArrayDeque<>();

    Workers(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Starts or stops processes until there are so many, the stack's one included. */
    void be(int count) throws InterruptedException {
        while (beside.size() + 1 > count) {
            beside.pop().close();
        }
        while (beside.size() + 1 < count) {
            beside.push(start());
        }
    }

    private AgentRuntime start() throws InterruptedException {
        int port = Loopback.portOrFree(0);
        Map<String, String> own = new HashMap<>(environment);
        own.put("WORKER_HEALTH_PORT", String.valueOf(port));
        own.put("MCP_PORTS", "github=0,filesystem=0,memory=0,codebase=0");
        Path log = Path.of(environment.get("LOCAL_DATA"), "logs", "agent-runtime-" + port + ".log");
        AgentRuntime started =
                AgentRuntime.start(Path.of(environment.get("LOCAL_CHECKOUT"), "agent-runtime"), own, log, port);
        while (!started.healthy()) {
            Thread.sleep(POLL_MILLIS);
        }
        return started;
    }

    @Override
    public void close() {
        beside.forEach(AgentRuntime::close);
    }
}
