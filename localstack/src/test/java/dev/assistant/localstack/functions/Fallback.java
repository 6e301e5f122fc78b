package dev.assistant.localstack.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.function.Function;

/** Answers 404 with what it was given. */
final class Fallback implements Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

    @Override
    public APIGatewayProxyResponseEvent apply(APIGatewayProxyRequestEvent event) {
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(404)
                .withBody(event.getHttpMethod() + " " + event.getResource() + " " + event.getPathParameters());
    }
}
