package dev.assistant.runtime.mcp;

import dev.assistant.failure.Causes;
import dev.assistant.failure.Failure;
import dev.assistant.review.SecretMasker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tool with what holds for all of them: a call needs a scope that names the tool, ends at its time limit whatever the tool does,
 * answers without secrets and within a size, and tells nothing of an unexpected exception but a number under which the log has it.
 * Thread-safe.
 */
final class GuardedTool {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedTool.class);

    /** About 16,000 tokens. */
    private static final int LONGEST_ANSWER = 64_000;

    private final String server;
    private final ServedTool tool;
    private final InstantSource clock;

    GuardedTool(String server, ServedTool tool, InstantSource clock) {
        this.server = server;
        this.tool = tool;
        this.clock = clock;
    }

    /**
     * What came of a call.
     *
     * @param failed whether the text says what went wrong
     */
    record Answer(String text, boolean failed) {}

    ServedTool tool() {
        return tool;
    }

    /** @throws InterruptedException when the calling thread was interrupted; the tool's own is, too */
    Answer call(Map<String, Object> arguments, Optional<CallScope> scope) throws InterruptedException {
        return scope.isEmpty()
                ? failed("This call belongs to no running job. Tools work within a job only.")
                : called(arguments, scope.get());
    }

    private Answer called(Map<String, Object> arguments, CallScope scope) throws InterruptedException {
        if (!scope.tools().contains(tool.name())) {
            return failed("The workflow does not allow " + tool.name() + " here.");
        }
        FutureTask<String> work =
                new FutureTask<>(() -> tool.handler().answer(Arguments.of(tool.inputs(), arguments), scope));
        Thread.ofVirtual().name(server + "-" + tool.name()).start(work);
        try {
            return new Answer(shown(work.get(patience(scope).toMillis(), TimeUnit.MILLISECONDS)), false);
        } catch (TimeoutException e) {
            return failed(tool.name() + " took too long and was given up. Ask for less.");
        } catch (ExecutionException e) {
            return explained(e.getCause() == null ? e : e.getCause());
        } finally {
            work.cancel(true);
        }
    }

    private Duration patience(CallScope scope) {
        Duration left = Duration.between(clock.instant(), scope.deadline());
        return left.compareTo(tool.patience()) < 0 ? left : tool.patience();
    }

    private Answer explained(Throwable cause) {
        return switch (cause) {
            case ToolFailure known -> failed(shown(known.explanation()));
            case Failure known -> failed(shown(known.explanation()));
            default -> {
                String number = UUID.randomUUID().toString();
                LOG.warn("{}_{} failed, error {}: {}", server, tool.name(), number, Causes.of(cause));
                yield failed(tool.name() + " failed; its error is " + number + ".");
            }
        };
    }

    private static Answer failed(String text) {
        return new Answer(text, true);
    }

    private static String shown(String answer) {
        String masked = SecretMasker.mask(answer).text();
        return masked.length() <= LONGEST_ANSWER
                ? masked
                : masked.substring(0, LONGEST_ANSWER) + "\n[cut here: " + (masked.length() - LONGEST_ANSWER)
                        + " characters more]";
    }
}
