package dev.assistant.adapters.kms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assistant.testkit.engine.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks as much of KMS's protocol (AWS JSON 1.1) as signing takes: GetPublicKey and Sign with a digest. */
final class KmsStub implements AutoCloseable {
    /** What PKCS #1 puts before a SHA-256 digest (RFC 8017 section 9.2, note 1). */
    private static final byte[] SHA256_INFO = Base64.getDecoder().decode("MDEwDQYJYIZIAWUDBAIBBQAEIA==");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Map<String, KeyPair> keys = new HashMap<>();
    private final List<String> calls = new ArrayList<>();

    KmsStub(String... keyIds) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        for (String keyId : keyIds) {
            keys.put(keyId, generator.generateKeyPair());
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return Loopback.http(server.getAddress().getPort());
    }

    /** What was asked for so far, such as {@code Sign first}. */
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target").replace("TrentService.", "");
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        String keyId = request.path("KeyId").asString();
        calls.add(target + " " + keyId);
        KeyPair key = keys.get(keyId);
        try {
            if (key == null) {
                send(exchange, 400, Map.of("__type", "NotFoundException", "message", "no such key"));
            } else if (target.equals("GetPublicKey")) {
                send(
                        exchange,
                        200,
                        Map.of(
                                "KeyId",
                                keyId,
                                "PublicKey",
                                base64(key.getPublic().getEncoded())));
            } else {
                send(exchange, 200, Map.of("KeyId", keyId, "Signature", base64(sign(key, request))));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] sign(KeyPair key, JsonNode request) throws GeneralSecurityException {
        if (!request.path("MessageType").asString().equals("DIGEST")
                || !request.path("SigningAlgorithm").asString().equals("RSASSA_PKCS1_V1_5_SHA_256")) {
            throw new GeneralSecurityException("not what RS256 needs");
        }
        byte[] digest = Base64.getDecoder().decode(request.path("Message").asString());
        Signature signature = Signature.getInstance("NONEwithRSA");
        signature.initSign(key.getPrivate());
        signature.update(SHA256_INFO);
        signature.update(digest);
        return signature.sign();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
