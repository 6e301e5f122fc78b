package dev.assistant.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.assistant.adapters.lambda.EventReader;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.api.http.Edge;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * Registers the one function that {@code spring.cloud.function.definition} names. Nothing of the others is built or even
 * loaded: what a function does not need would only make its cold start longer.
 */
public final class ApiFunctions implements ApplicationContextInitializer<GenericApplicationContext> {
    private static final String DEFINITION = "spring.cloud.function.definition";
    private static final Type JSON_OBJECT = ResolvableType.forClassWithGenerics(Map.class, String.class, Object.class)
            .getType();

    @Override
    public void initialize(GenericApplicationContext context) {
        String name = context.getEnvironment().getRequiredProperty(DEFINITION);
        context.registerBean(name, FunctionRegistration.class, () -> registration(name, context));
    }

    private static FunctionRegistration<?> registration(String name, GenericApplicationContext context) {
        Environment settings = environment(context);
        return switch (name) {
            case "auth" -> edge(name, new IdentityWiring(settings).auth());
            case "oauth" -> edge(name, new IdentityWiring(settings).oauth());
            case "providerSignIn" -> of(name, new IdentityWiring(settings).providerSignIn(), JSON_OBJECT);
            case "users" -> edge(name, new IdentityWiring(settings).users());
            case "reviews" -> edge(name, new ReviewWiring(settings).reviews());
            case "projects" -> edge(name, new ReviewWiring(settings).projects());
            case "workflows" -> edge(name, new ReviewWiring(settings).workflows());
            case "analytics" -> edge(name, new ReviewWiring(settings).analytics());
            case "system" -> edge(name, new UpkeepWiring(settings).system());
            case "migrate" -> of(name, new UpkeepWiring(settings).migrate(), JSON_OBJECT);
            case "sweep" ->
                of(name, EventReader.of(ScheduledEvent.class, new UpkeepWiring(settings).sweep()), JSON_OBJECT);
            case "mail" -> messages(name, new UpkeepWiring(settings).mail());
            case "deadLetters" -> messages(name, new UpkeepWiring(settings).deadLetters());
            default -> throw new IllegalStateException(DEFINITION + " names no function of this artefact: " + name);
        };
    }

    private static FunctionRegistration<?> edge(String name, Edge edge) {
        return of(
                name,
                EventReader.ofRequests(APIGatewayProxyRequestEvent.class, edge),
                APIGatewayProxyResponseEvent.class);
    }

    private static FunctionRegistration<?> messages(String name, Function<SQSEvent, SQSBatchResponse> consumer) {
        return of(name, EventReader.of(SQSEvent.class, consumer), SQSBatchResponse.class);
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
