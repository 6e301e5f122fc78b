package dev.assistant.runtime.mcp;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A tool of a server.
 *
 * @param name as in SPEC section 6
 * @param description for the model that chooses among tools: what it does and when to use it
 * @param inputs its arguments
 * @param effect what a call does to the world
 * @param patience how long a call may take
 */
public record ServedTool(
        String name, String description, List<Input> inputs, Effect effect, Duration patience, Handler handler) {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);

    public ServedTool {
        inputs = List.copyOf(inputs);
    }

    /** A tool whose calls are given up after 20 seconds. */
    public ServedTool(String name, String description, List<Input> inputs, Effect effect, Handler handler) {
        this(name, description, inputs, effect, USUAL_PATIENCE, handler);
    }

    /** The same tool with another time limit. */
    public ServedTool within(Duration limit) {
        return new ServedTool(name, description, inputs, effect, limit, handler);
    }

    /** JSON Schema (draft 2020-12) of the arguments; nothing else may be sent. */
    public Map<String, Object> inputSchema() {
        return Input.schema(inputs);
    }

    /** What a call does. */
    public enum Effect {
        /** Looks only. */
        READS,
        /** Changes something of the job's owner. */
        WRITES,
        /** Removes something for good. */
        DELETES
    }

    /** Does the work. Called on a thread of its own, which is interrupted when the time is up. */
    public interface Handler {
        /**
         * Answers a call.
         *
         * @param arguments checked against {@link #inputs}
         * @param scope for whom; a tool sees nothing that belongs to anybody else
         * @return text for the model; secrets in it are masked, and what is too long is cut, by the caller
         * @throws ToolFailure to tell the model what went wrong; any other exception's text stays in this process
         */
        String answer(Arguments arguments, CallScope scope) throws Exception;
    }
}
