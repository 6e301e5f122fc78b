package dev.assistant.adapters.websocket;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.adapters.json.EventJson;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.Sequenced;
import dev.assistant.progress.Sockets;
import dev.assistant.workflow.JobId;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/** Sockets that API Gateway holds. The client retries what is worth it (429, 5xx). Thread-safe. */
public final class ManagementApiSockets implements Sockets {
    private static final String DEPENDENCY = "gateway of open sockets";

    private final ApiGatewayManagementApiClient client;

    public ManagementApiSockets(ApiGatewayManagementApiClient client) {
        this.client = client;
    }

    @Override
    public boolean greet(ConnectionId connection, JobId job) {
        return post(connection, EventJson.connected(job));
    }

    @Override
    public boolean send(ConnectionId connection, JobId job, Sequenced event) {
        return post(connection, EventJson.event(job, event));
    }

    private boolean post(ConnectionId connection, String text) {
        return isThere(() -> client.postToConnection(
                request -> request.connectionId(connection.value()).data(SdkBytes.fromUtf8String(text))));
    }

    @Override
    public void close(ConnectionId connection) {
        isThere(() -> client.deleteConnection(request -> request.connectionId(connection.value())));
    }

    private static boolean isThere(Runnable call) {
        return AwsCalls.call(DEPENDENCY, () -> {
            try {
                call.run();
                return true;
            } catch (GoneException e) {
                return false;
            }
        });
    }
}
