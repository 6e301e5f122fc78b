package dev.assistant.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.api.http.Edge;

/** The `users` function without Spring: what the function adapter is compared with. */
public final class PlainUsers implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final Edge users = new IdentityWiring(new Environment(System.getenv())).users();

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return users.apply(event);
    }
}
