package dev.assistant.realtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.assistant.adapters.lambda.EventReader;
import dev.assistant.adapters.settings.Environment;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Registers the one function that {@code spring.cloud.function.definition} names, and builds nothing of the other. */
public final class RealtimeFunctions implements ApplicationContextInitializer<GenericApplicationContext> {
    private static final String DEFINITION = "spring.cloud.function.definition";

    @Override
    public void initialize(GenericApplicationContext context) {
        String name = context.getEnvironment().getRequiredProperty(DEFINITION);
        context.registerBean(name, FunctionRegistration.class, () -> registration(name, context));
    }

    private static FunctionRegistration<?> registration(String name, GenericApplicationContext context) {
        Wiring wiring = new Wiring(environment(context));
        return switch (name) {
            case "realtime" ->
                of(
                        name,
                        EventReader.ofRequests(APIGatewayV2WebSocketEvent.class, wiring.realtime()),
                        APIGatewayV2WebSocketResponse.class);
            case "replay" -> of(name, EventReader.of(SQSEvent.class, wiring.replay()), SQSBatchResponse.class);
            default -> throw new IllegalStateException(DEFINITION + " names no function of this artefact: " + name);
        };
    }

    private static FunctionRegistration<?> of(String name, Function<InputStream, ?> function, Type output) {
        return new FunctionRegistration<Function<InputStream, ?>>(function, name)
                .type(FunctionTypeUtils.functionType(InputStream.class, output));
    }

    /** Environment variables, and over them system properties, by which several functions can live in one process. */
    private static Environment environment(GenericApplicationContext context) {
        Map<String, String> values = new HashMap<>();
        context.getEnvironment().getSystemEnvironment().forEach((key, value) -> values.put(key, value.toString()));
        context.getEnvironment().getSystemProperties().forEach((key, value) -> values.put(key, value.toString()));
        return new Environment(values);
    }
}
