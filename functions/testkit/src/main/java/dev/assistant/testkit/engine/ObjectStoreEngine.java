package dev.assistant.testkit.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3 server on 127.0.0.1 over a directory. It checks signatures, presigned addresses included, with the one pair of
 * keys below. Not there, unlike S3: encryption headers and versioning (501). Thread-safe.
 */
public final class ObjectStoreEngine implements AutoCloseable {

    /** The only access key that it accepts; letters and digits, as DynamoDB Local wants them too. */
    public static final String ACCESS_KEY = "local";

    /** The secret to it. The server listens on the loopback address only. */
    public static final String SECRET_KEY = "localsecret";

    private final S3Proxy proxy;
    private final Path directory;
    private final boolean temporary;

    private ObjectStoreEngine(Path directory, boolean temporary, int port, List<String> origins) throws Exception {
        this.directory = directory;
        this.temporary = temporary;
        S3Proxy.Builder builder = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(directory.toString()))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .endpoint(Loopback.http(port));
        if (!origins.isEmpty()) {
            builder.corsRules(new CrossOriginResourceSharing(
                    origins.stream().map(Pattern::quote).toList(), List.of("PUT"), List.of("*"), List.of(), ""));
        }
        proxy = builder.build();
        proxy.start();
    }

    /**
     * Starts a server over a directory.
     *
     * @param directory made when missing; one folder in it is one bucket
     * @param port 1 to 65535, or 0 for any
     * @param origins of pages that may put objects, with presigned addresses
     */
    public static ObjectStoreEngine start(Path directory, int port, List<String> origins) {
        return open(directory.toAbsolutePath(), false, port, origins);
    }

    /** Starts an empty server on any port that forgets everything on close. */
    public static ObjectStoreEngine temporary() {
        try {
            return open(Files.createTempDirectory("objects"), true, 0, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectStoreEngine open(Path directory, boolean temporary, int port, List<String> origins) {
        try {
            Files.createDirectories(directory);
            return new ObjectStoreEngine(directory, temporary, port, origins);
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server did not start: " + e.getMessage(), e);
        }
    }

    /** Address for an SDK client's {@code endpointOverride}; needs path-style access. */
    public URI endpoint() {
        return Loopback.http(proxy.getPort());
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        if (temporary) {
            Trees.delete(directory);
        }
    }
}
