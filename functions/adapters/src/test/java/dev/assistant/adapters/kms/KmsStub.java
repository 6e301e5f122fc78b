package dev.assistant.adapters.kms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assistant.adapters.aws.AwsClients;
import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.testkit.engine.LocalClients;
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
import javax.crypto.AEADBadTagException;
import software.amazon.awssdk.services.kms.KmsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks as much of KMS's protocol (AWS JSON 1.1) as is used: GetPublicKey and Sign with a digest; Encrypt and Decrypt, which
 * authenticate the encryption context.
 */
public final class KmsStub implements AutoCloseable {
    /** What PKCS #1 puts before a SHA-256 digest (RFC 8017 section 9.2, note 1). */
    private static final byte[] SHA256_INFO = Base64.getDecoder().decode("MDEwDQYJYIZIAWUDBAIBBQAEIA==");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Map<String, Keys> keys = new HashMap<>();
    private final List<String> calls = new ArrayList<>();

    public KmsStub(String... keyIds) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        for (String keyId : keyIds) {
            keys.put(keyId, new Keys(generator.generateKeyPair(), new StubCipher()));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A client of this service; whoever takes it closes it. */
    public KmsClient client() {
        return client(Loopback.http(server.getAddress().getPort()));
    }

    /** A client of whatever answers there, or nothing does. */
    static KmsClient client(URI endpoint) {
        AwsSettings settings = AwsSettings.from(
                new Environment(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL_KMS", endpoint.toString())));
        return new AwsClients(settings, LocalClients.CREDENTIALS).kms();
    }

    /** What was asked for so far, such as {@code Sign first}. */
    public synchronized List<String> calls() {
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
        Keys asked = keys.get(keyId);
        if (asked == null) {
            refuse(exchange, "NotFoundException");
            return;
        }
        try {
            Map<String, String> answer = new HashMap<>(perform(target, asked, request));
            answer.put("KeyId", keyId);
            send(exchange, 200, answer);
        } catch (AEADBadTagException notSealedSo) {
            refuse(exchange, "InvalidCiphertextException");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static Map<String, String> perform(String target, Keys asked, JsonNode request)
            throws GeneralSecurityException {
        KeyPair key = asked.pair();
        StubCipher cipher = asked.cipher();
        String context = request.path("EncryptionContext").toString();
        return switch (target) {
            case "GetPublicKey" -> Map.of("PublicKey", base64(key.getPublic().getEncoded()));
            case "Sign" -> Map.of("Signature", base64(sign(key, request)));
            case "Encrypt" -> Map.of("CiphertextBlob", base64(cipher.encrypt(bytes(request, "Plaintext"), context)));
            case "Decrypt" -> Map.of("Plaintext", base64(cipher.decrypt(bytes(request, "CiphertextBlob"), context)));
            default -> throw new GeneralSecurityException(target + " is not spoken");
        };
    }

    private static byte[] sign(KeyPair key, JsonNode request) throws GeneralSecurityException {
        if (!request.path("MessageType").asString().equals("DIGEST")
                || !request.path("SigningAlgorithm").asString().equals("RSASSA_PKCS1_V1_5_SHA_256")) {
            throw new GeneralSecurityException("not what RS256 needs");
        }
        byte[] digest = bytes(request, "Message");
        Signature signature = Signature.getInstance("NONEwithRSA");
        signature.initSign(key.getPrivate());
        signature.update(SHA256_INFO);
        signature.update(digest);
        return signature.sign();
    }

    private static byte[] bytes(JsonNode request, String field) {
        return Base64.getDecoder().decode(request.path(field).asString());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void refuse(HttpExchange exchange, String type) throws IOException {
        send(exchange, 400, Map.of("__type", type, "message", "refused"));
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Keys(KeyPair pair, StubCipher cipher) {}
}
