package dev.assistant.localstack.function;

import dev.assistant.localstack.catalogue.FunctionEntry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lambda's {@code Context} for one invocation, as an object of the function's own class loader. */
final class InvocationContext implements InvocationHandler {

    private static final String PACKAGE = "com.amazonaws.services.lambda.runtime.";

    private final FunctionEntry function;
    private final ClassLoader loader;
    private final String requestId = UUID.randomUUID().toString();
    private final long deadline;

    private InvocationContext(FunctionEntry function, ClassLoader loader) {
        this.function = function;
        this.loader = loader;
        this.deadline = System.nanoTime() + function.timeout().toNanos();
    }

    static Object of(FunctionEntry function, ClassLoader loader) throws ClassNotFoundException {
        return proxy("Context", loader, new InvocationContext(function, loader));
    }

    static Class<?> type(ClassLoader loader) throws ClassNotFoundException {
        return loader.loadClass(PACKAGE + "Context");
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a proxy equals only itself
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getAwsRequestId" -> requestId;
            case "getFunctionName" -> function.name();
            case "getFunctionVersion" -> "$LATEST";
            case "getInvokedFunctionArn" -> arn(function);
            case "getLogGroupName" -> "/aws/lambda/" + function.name();
            case "getLogStreamName" -> "local";
            case "getMemoryLimitInMB" -> function.memoryMb();
            case "getRemainingTimeInMillis" -> remainingMillis();
            case "getLogger" -> proxy("LambdaLogger", loader, InvocationContext::log);
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            case "toString" -> "Context of " + function.name();
            default -> method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, arguments) : null;
        };
    }

    static String arn(FunctionEntry function) {
        return "arn:aws:lambda:eu-central-1:000000000000:function:" + function.name();
    }

    private int remainingMillis() {
        return (int) Math.max(0, Duration.ofNanos(deadline - System.nanoTime()).toMillis());
    }

    private static @Nullable Object log(Object proxy, Method method, Object @Nullable [] arguments) {
        if (arguments != null && arguments.length > 0) {
            Object text = arguments[0];
            System.out.println(text instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : text);
        }
        return null;
    }

    private static Object proxy(String type, ClassLoader loader, InvocationHandler handler)
            throws ClassNotFoundException {
        return Proxy.newProxyInstance(loader, new Class<?>[] {loader.loadClass(PACKAGE + type)}, handler);
    }
}
