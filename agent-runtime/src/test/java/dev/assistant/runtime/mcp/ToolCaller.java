package dev.assistant.runtime.mcp;

import dev.assistant.identity.UserId;
import dev.assistant.testkit.TestClock;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Calls the tools of a server as its transports do, for one job that may call all of them. */
public final class ToolCaller {
    private final TestClock clock = new TestClock();
    private final ToolServer server;
    private final CallScope scope;

    public ToolCaller(ToolServer server, JobId job, UserId owner, Optional<UUID> project) {
        this.server = server;
        this.scope = new CallScope(
                job,
                owner,
                project,
                server.tools().stream().map(ServedTool::name).collect(Collectors.toSet()),
                clock.instant().plus(Duration.ofMinutes(1)));
    }

    /** The answer of a call that has to succeed. */
    public String answer(String tool, Map<String, Object> arguments) throws InterruptedException {
        GuardedTool.Answer answer = call(tool, arguments);
        if (answer.failed()) {
            throw new AssertionError(tool + " failed: " + answer.text());
        }
        return answer.text();
    }

    /** Why a call failed that has to. */
    public String refusal(String tool, Map<String, Object> arguments) throws InterruptedException {
        GuardedTool.Answer answer = call(tool, arguments);
        if (!answer.failed()) {
            throw new AssertionError(tool + " answered: " + answer.text());
        }
        return answer.text();
    }

    private GuardedTool.Answer call(String tool, Map<String, Object> arguments) throws InterruptedException {
        ServedTool served = server.tools().stream()
                .filter(candidate -> candidate.name().equals(tool))
                .findFirst()
                .orElseThrow();
        return new GuardedTool(server.name(), served, clock).call(arguments, Optional.of(scope));
    }
}
