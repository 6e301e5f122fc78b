package dev.assistant.localstack.function;

import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.function.FunctionFailure.Kind;
import dev.assistant.localstack.part.Part;
import dev.assistant.testkit.engine.ChildProcess;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One environment of a function: a JVM that asks for events, one at a time, as in the cloud. Thread-safe. */
final class FunctionProcess implements Part {

    private final String id = UUID.randomUUID().toString();
    private final FunctionEntry function;
    private final BlockingQueue<Optional<Invocation>> waiting = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Invocation> current = new AtomicReference<>();
    private final AtomicReference<@Nullable ChildProcess> jvm = new AtomicReference<>();

    FunctionProcess(FunctionEntry function) {
        this.function = function;
    }

    String id() {
        return id;
    }

    FunctionEntry function() {
        return function;
    }

    void runs(ChildProcess child) {
        jvm.set(child);
        child.whenEnded(code -> {
            waiting.add(Optional.empty());
            fail(new FunctionFailure(Kind.FAILED, function.name() + ": its process ended with " + code));
        });
    }

    /** Hands over an event. The caller waits for the invocation's answer. */
    void submit(Invocation invocation) {
        current.set(invocation);
        waiting.add(Optional.of(invocation));
    }

    /** The event to work on; waits for one. Empty when the process has ended and nobody is there to work. */
    Optional<Invocation> next() throws InterruptedException {
        return waiting.take();
    }

    void answer(String invocationId, byte[] answer) {
        Invocation invocation = current.get();
        if (invocation != null && invocation.id().equals(invocationId)) {
            invocation.answer().complete(answer);
        }
    }

    void failed(String invocationId, FunctionFailure failure) {
        Invocation invocation = current.get();
        if (invocation != null && invocation.id().equals(invocationId)) {
            invocation.answer().completeExceptionally(failure);
        }
    }

    /** Whatever it was doing will not be done. */
    void fail(FunctionFailure failure) {
        Invocation invocation = current.get();
        if (invocation != null) {
            invocation.answer().completeExceptionally(failure);
        }
    }

    boolean isAlive() {
        ChildProcess child = jvm.get();
        return child != null && child.isAlive();
    }

    @Override
    public String name() {
        return "function:" + function.name();
    }

    @Override
    public long pid() {
        ChildProcess child = jvm.get();
        return child == null ? 0 : child.pid();
    }

    @Override
    public OptionalInt port() {
        return OptionalInt.empty();
    }

    @Override
    public boolean healthy() {
        return isAlive();
    }

    @Override
    public void close() {
        ChildProcess child = jvm.get();
        if (child != null) {
            child.close();
        }
    }
}
