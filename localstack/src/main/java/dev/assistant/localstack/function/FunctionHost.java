package dev.assistant.localstack.function;

import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.function.FunctionFailure.Kind;
import dev.assistant.localstack.part.Part;
import java.util.List;

/** Invokes functions, each with the event that AWS would give it. Thread-safe. */
public interface FunctionHost extends AutoCloseable {

    /** Most bytes of a synchronous event and of its answer (AWS Lambda developer guide, "Lambda quotas": 6 MB). */
    int LARGEST_EVENT = 6 * 1024 * 1024;

    /**
     * Runs a function and waits for its answer.
     *
     * @param event JSON
     * @return JSON
     * @throws FunctionFailure when there is no answer
     */
    default byte[] invoke(FunctionEntry function, byte[] event) {
        if (event.length > LARGEST_EVENT) {
            throw new FunctionFailure(Kind.EVENT_TOO_LARGE, function.name() + ": event of " + event.length + " bytes");
        }
        byte[] answer = run(function, event);
        if (answer.length > LARGEST_EVENT) {
            throw new FunctionFailure(Kind.FAILED, function.name() + ": answer of " + answer.length + " bytes");
        }
        return answer;
    }

    /** As {@link #invoke}, without its checks. */
    byte[] run(FunctionEntry function, byte[] event);

    /** Makes functions ready, so that no request waits for it. */
    void warm(List<FunctionEntry> functions);

    /** What runs, for the status. */
    List<Part> parts();

    @Override
    void close();
}
