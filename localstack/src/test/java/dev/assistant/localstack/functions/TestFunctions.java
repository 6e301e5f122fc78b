package dev.assistant.localstack.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.function.Function;
import org.springframework.cloud.function.adapter.aws.AWSCompanionAutoConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.messaging.converter.MessageConverter;

/** A Spring Cloud Function application like the product's: one registered function, named by the process's settings. */
public final class TestFunctions implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        String name = context.getEnvironment().getRequiredProperty("spring.cloud.function.definition");
        context.registerBean(name, FunctionRegistration.class, () -> registration(name));
        // Reads AWS's own event types as AWS writes them ("Records"); without auto-configuration nobody else registers
        // it.
        context.registerBean(
                MessageConverter.class, () -> new AWSCompanionAutoConfiguration().awsTypesMessageConverter(context));
    }

    private static FunctionRegistration<?> registration(String name) {
        return switch (name) {
            case "answers" ->
                of(name, new Answers(), APIGatewayProxyRequestEvent.class, APIGatewayProxyResponseEvent.class);
            case "fallback" ->
                of(name, new Fallback(), APIGatewayProxyRequestEvent.class, APIGatewayProxyResponseEvent.class);
            case "socket" ->
                of(name, new SocketEcho(), APIGatewayV2WebSocketEvent.class, APIGatewayV2WebSocketResponse.class);
            case "batch" -> of(name, new Batch(), SQSEvent.class, SQSBatchResponse.class);
            default -> throw new IllegalStateException("no function " + name);
        };
    }

    private static FunctionRegistration<?> of(String name, Function<?, ?> function, Class<?> in, Class<?> out) {
        return new FunctionRegistration<>(function, name).type(FunctionTypeUtils.functionType(in, out));
    }
}
