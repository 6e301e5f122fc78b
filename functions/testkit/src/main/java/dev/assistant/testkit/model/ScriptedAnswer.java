package dev.assistant.testkit.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a stub does with a request, whatever protocol it speaks. */
public sealed interface ScriptedAnswer {
    /** The tokens that answers claim to have taken. */
    Tokens TOKENS = new Tokens(100, 0, 20);

    /**
     * The tokens of a call.
     *
     * @param input all of them
     * @param cached of the input, those from a cache
     */
    record Tokens(int input, int cached, int output) {}

    /** Says something; to a request that must be answered by calling a tool, with that as the tool's arguments. */
    record Says(String text, Tokens tokens) implements ScriptedAnswer {}

    /** Wants tools called. */
    record Calls(List<Call> calls, Tokens tokens) implements ScriptedAnswer {
        public Calls {
            calls = List.copyOf(calls);
        }
    }

    /**
     * A tool to be called.
     *
     * @param arguments JSON
     */
    record Call(String id, String tool, String arguments) {}

    /** Ends before it is done, since it got too long. */
    record CutOff(String text) implements ScriptedAnswer {}

    /** Will not answer, or is not let. */
    record Refuses() implements ScriptedAnswer {}

    /** Answers with an error. */
    record Fails(int status, Optional<Duration> retryAfter) implements ScriptedAnswer {}

    /** Breaks off after it has said something; to a request that wants no stream, before it says anything. */
    record BreaksOff(String text) implements ScriptedAnswer {}

    /** Reports in the middle of a stream that it takes no more requests; to a request that wants no stream, at once. */
    record ThrottlesMidway(String text) implements ScriptedAnswer {}

    /** Answers something that is not of the protocol. */
    record Garbles() implements ScriptedAnswer {}

    /** Never answers. */
    record Stalls() implements ScriptedAnswer {}

    /** Takes its time. */
    record Slowly(Duration delay, ScriptedAnswer answer) implements ScriptedAnswer {}

    static ScriptedAnswer says(String text) {
        return new Says(text, TOKENS);
    }

    static ScriptedAnswer calls(String id, String tool, String arguments) {
        return new Calls(List.of(new Call(id, tool, arguments)), TOKENS);
    }

    static ScriptedAnswer fails(int status) {
        return new Fails(status, Optional.empty());
    }
}
