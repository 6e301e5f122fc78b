package dev.assistant.localstack.function;

import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.function.FunctionFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * A function's handler in its artefact's class loader, constructed as Lambda constructs it and called with bytes.
 *
 * <p>Serves many events at once, unlike one Lambda environment: Spring's invoker keeps nothing between events once it has
 * started (its own web adapter shares the same object among requests), and the functions are stateless.
 */
final class InProcessFunction {

    private static final String MAIN_CLASS = "MAIN_CLASS";
    private static final String DEFINITION = "spring.cloud.function.definition";

    private final FunctionEntry function;
    private final ClassLoader loader;
    private final Object handler;
    private final Method method;

    private InProcessFunction(FunctionEntry function, ClassLoader loader, Object handler, Method method) {
        this.function = function;
        this.loader = loader;
        this.handler = handler;
        this.method = method;
    }

    /**
     * Constructs the handler. Not to be called by two threads at once: it reads which function it is from the process's
     * settings, which are set while it is constructed.
     */
    static InProcessFunction start(FunctionEntry function, ClassLoader loader) {
        String[] classAndMethod = function.artefact().handler().split("::");
        System.setProperty(MAIN_CLASS, function.artefact().mainClass());
        System.setProperty(DEFINITION, function.bean());
        try {
            return within(loader, () -> {
                Class<?> type = loader.loadClass(classAndMethod[0]);
                return new InProcessFunction(
                        function,
                        loader,
                        type.getConstructor().newInstance(),
                        type.getMethod(
                                classAndMethod[1],
                                InputStream.class,
                                OutputStream.class,
                                InvocationContext.type(loader)));
            });
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("function " + function.name() + " did not start: " + root(e), e);
        } catch (Exception e) {
            throw new IllegalStateException("function " + function.name() + " did not start", e);
        } finally {
            System.clearProperty(MAIN_CLASS);
            System.clearProperty(DEFINITION);
        }
    }

    byte[] invoke(byte[] event) {
        try {
            return within(loader, () -> {
                ByteArrayOutputStream answer = new ByteArrayOutputStream();
                method.invoke(handler, new ByteArrayInputStream(event), answer, InvocationContext.of(function, loader));
                return answer.toByteArray();
            });
        } catch (Exception e) {
            throw new FunctionFailure(Kind.FAILED, function.name() + ": " + root(e), e);
        }
    }

    private static String root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }

    private static <T> T within(ClassLoader loader, Work<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private interface Work<T> {
        T run() throws Exception;
    }
}
