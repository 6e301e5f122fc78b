package dev.assistant.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.engine.Loopback;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JOB = "0198c1de-0000-7000-8000-000000000001";

    @SuppressWarnings("NullAway.Init")
    private GatewayFixture fixture;

    @SuppressWarnings("NullAway.Init")
    private ApiGatewayManagementApiClient management;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        fixture = new GatewayFixture(directory);
        management = ApiGatewayManagementApiClient.builder()
                .endpointOverride(Loopback.http(fixture.gateway.managementPort()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(LocalClients.CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    void stop() {
        management.close();
        fixture.close();
    }

    @Test
    void makes_the_connect_event_that_api_gateway_makes() throws Exception {
        Client client = connect(JOB + "?token=200&last_seq=4&job_id=forged");

        ObjectNode event = (ObjectNode) fixture.lastEvent("$connect");
        assertThat(event.path("queryStringParameters"))
                .isEqualTo(JSON.readTree("{\"token\":\"200\",\"last_seq\":\"4\",\"job_id\":\"" + JOB + "\"}"));
        assertThat(event.path("headers").path("Origin").stringValue()).isEqualTo("http://localhost");
        assertThat(event.path("headers").path("Sec-WebSocket-Version").stringValue())
                .isEqualTo("13");
        JsonNode context = event.path("requestContext");
        assertThat(context.path("routeKey").stringValue()).isEqualTo("$connect");
        assertThat(context.path("eventType").stringValue()).isEqualTo("CONNECT");
        assertThat(context.path("identity").path("sourceIp").stringValue()).isEqualTo("127.0.0.1");
        APIGatewayV2WebSocketEvent read = JSON.readValue(event.toString(), APIGatewayV2WebSocketEvent.class);
        assertThat(read.getRequestContext().getConnectionId()).endsWith("=");
        assertThat(read.getRequestContext().getStage()).isEqualTo("live");
        client.close();
    }

    @Test
    void refuses_the_upgrade_with_the_functions_status() {
        assertThat(refusal(JOB)).isEqualTo(401);
        assertThat(refusal(JOB + "?token=403")).isEqualTo(403);
        assertThat(refusal(JOB + "?token=404")).isEqualTo(404);
        assertThat(refusal(JOB + "?token=nonsense")).isEqualTo(502);
    }

    @Test
    void refuses_addresses_that_the_edge_refuses() {
        assertThat(refusal("a/b?token=200")).isEqualTo(404);
        assertThat(refusal("a_b?token=200")).isEqualTo(404);
        assertThat(refusal("x".repeat(65) + "?token=200")).isEqualTo(404);
    }

    @Test
    void carries_messages_to_the_function_and_back_through_the_management_api() throws Exception {
        Client client = connect(JOB + "?token=200");

        client.send("hello");

        assertThat(client.next()).isEqualTo("hello");
        assertThat(fixture.lastEvent("$default")
                        .path("requestContext")
                        .path("eventType")
                        .stringValue())
                .isEqualTo("MESSAGE");
        client.close();
    }

    @Test
    void delivers_what_is_sent_while_the_socket_is_being_opened() throws Exception {
        Client client = connect(JOB + "?token=200&greet&last_seq=7");

        assertThat(client.next()).isEqualTo(JOB + " 7");
        client.close();
    }

    @Test
    void tells_the_client_when_the_function_fails() throws Exception {
        Client client = connect(JOB + "?token=200");

        client.send("fail");

        assertThat(client.next()).contains("Internal server error");
        client.close();
    }

    @Test
    void serves_the_sdks_management_client() throws Exception {
        Client client = connect(JOB + "?token=200");
        String id = connectionId();

        management.postToConnection(post -> post.connectionId(id).data(SdkBytes.fromUtf8String("€😀".repeat(15_000))));
        assertThat(client.next()).isEqualTo("€😀".repeat(15_000));
        assertThat(management
                        .getConnection(get -> get.connectionId(id))
                        .identity()
                        .sourceIp())
                .isEqualTo("127.0.0.1");
        management.deleteConnection(delete -> delete.connectionId(id));

        assertThat(client.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
        assertThatThrownBy(() -> management.postToConnection(
                        post -> post.connectionId(id).data(SdkBytes.fromUtf8String("x"))))
                .isInstanceOf(GoneException.class);
    }

    @Test
    void refuses_to_push_more_than_api_gateway_would() throws Exception {
        Client client = connect(JOB + "?token=200");
        String id = connectionId();

        assertThatThrownBy(() -> management.postToConnection(post ->
                        post.connectionId(id).data(SdkBytes.fromUtf8String("x".repeat(128 * 1024 + 1)))))
                .isInstanceOf(PayloadTooLargeException.class);
        client.close();
    }

    @Test
    void closes_on_a_message_over_128_kilobytes() throws Exception {
        Client client = connect(JOB + "?token=200");

        client.send("x".repeat(128 * 1024 + 1));

        assertThat(client.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1009);
    }

    /** By hand, since no client library sends such a frame. */
    @Test
    void closes_on_a_frame_over_32_kilobytes() throws Exception {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), fixture.gateway.port().orElseThrow())) {
            socket.getOutputStream()
                    .write(("GET /api/v1/ws/" + JOB
                                    + "?token=200 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] end = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            for (int matched = 0; matched < end.length; ) {
                matched = in.readByte() == end[matched] ? matched + 1 : 0;
            }
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(new byte[] {(byte) 0x81, (byte) 0xff}); // final text frame, masked, 64 bit length
            out.writeLong(32 * 1024 + 1);
            out.write(new byte[4 + 32 * 1024 + 1]);

            assertThat(in.readUnsignedByte()).isEqualTo(0x88); // close
            assertThat(in.readUnsignedByte()).isGreaterThanOrEqualTo(2);
            assertThat(in.readUnsignedShort()).isEqualTo(1009);
        }
    }

    @Test
    void tells_the_function_that_a_client_has_gone() throws Exception {
        Client client = connect(JOB + "?token=200");
        String id = connectionId();

        client.close();

        while (!id.equals(System.getProperty("test.disconnected"))) {
            Thread.onSpinWait();
        }
        assertThat(fixture.lastEvent("$disconnect")
                        .path("requestContext")
                        .path("disconnectStatusCode")
                        .intValue())
                .isEqualTo(1000);
    }

    private String connectionId() {
        return fixture.lastEvent("$connect")
                .path("requestContext")
                .path("connectionId")
                .stringValue();
    }

    private int refusal(String path) {
        try {
            connect(path).close();
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
        }
    }

    private Client connect(String path) {
        Client client = new Client();
        URI uri = URI.create("ws://127.0.0.1:" + fixture.gateway.port().orElseThrow() + "/api/v1/ws/" + path);
        client.socket = fixture.http
                .newWebSocketBuilder()
                .header("Origin", "http://localhost")
                .buildAsync(uri, client)
                .join();
        return client;
    }

    /** A plain client that keeps what it gets. */
    private static final class Client implements WebSocket.Listener {
        final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();

        @Nullable
        WebSocket socket;

        void send(String text) {
            if (socket != null) {
                socket.sendText(text, true).join();
            }
        }

        void close() {
            if (socket != null) {
                socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            }
        }

        String next() throws InterruptedException {
            String message = received.poll(10, TimeUnit.SECONDS);
            return message == null ? "nothing came" : message;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                received.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return null;
        }
    }
}
