package dev.assistant.localstack.function;

import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.catalogue.FunctionEntry.Artefact;
import dev.assistant.localstack.function.FunctionFailure.Kind;
import dev.assistant.localstack.part.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All functions in this JVM, the code of each artefact in a class loader of its own. Settings are the JVM's environment. */
public final class InProcessHost implements FunctionHost {

    private static final Logger LOG = LoggerFactory.getLogger(InProcessHost.class);

    private final Path checkout;
    private final Map<Artefact, URLClassLoader> loaders = new HashMap<>();
    private final Map<String, InProcessFunction> started = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param checkout the directory that artefacts' paths start from */
    public InProcessHost(Path checkout) {
        this.checkout = checkout;
    }

    @Override
    public byte[] run(FunctionEntry function, byte[] event) {
        InProcessFunction handler = started(function);
        Future<byte[]> answer = threads.submit(() -> handler.invoke(event));
        try {
            return answer.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FunctionFailure(Kind.TIMED_OUT, function.name() + ": over " + function.timeout(), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FunctionFailure failure
                    ? failure
                    : new FunctionFailure(Kind.FAILED, function.name() + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new FunctionFailure(Kind.FAILED, function.name() + ": the stack is stopping", e);
        }
    }

    @Override
    public void warm(List<FunctionEntry> functions) {
        functions.forEach(this::started);
    }

    @Override
    public List<Part> parts() {
        return List.of(new Functions());
    }

    @Override
    public synchronized void close() {
        threads.shutdownNow();
        try {
            for (URLClassLoader loader : loaders.values()) {
                loader.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized InProcessFunction started(FunctionEntry function) {
        return started.computeIfAbsent(
                function.name(), name -> InProcessFunction.start(function, loader(function.artefact())));
    }

    private ClassLoader loader(Artefact artefact) {
        return loaders.computeIfAbsent(artefact, code -> {
            URLClassLoader loader = FunctionCode.of(checkout, code).isolatedLoader();
            registerDrivers(loader);
            return loader;
        });
    }

    /** A JVM looks for JDBC drivers once, in one class loader; in its own process each artefact would find its own. */
    private static void registerDrivers(ClassLoader loader) {
        ServiceLoader.load(Driver.class, loader).forEach(driver -> LOG.debug("JDBC driver {}", driver));
    }

    private final class Functions implements Part {
        @Override
        public String name() {
            return "functions";
        }

        @Override
        public OptionalInt port() {
            return OptionalInt.empty();
        }

        @Override
        public boolean healthy() {
            return !threads.isShutdown();
        }

        @Override
        public void close() {
            InProcessHost.this.close();
        }
    }
}
