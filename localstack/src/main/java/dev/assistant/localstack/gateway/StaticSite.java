package dev.assistant.localstack.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The built SPA, as CloudFront and S3 serve it: pages of the application are its one document, files with a hash in their
 * name never change, every answer has the security headers of the cloud's edge.
 */
final class StaticSite extends Handler.Abstract {

    private static final int WORTH_COMPRESSING = 1024;
    private static final MimeTypes TYPES = new MimeTypes();

    private final Path root;
    private final Map<String, String> securityHeaders;
    private final Map<Path, Content> contents = new ConcurrentHashMap<>();

    /** A file as it was read at a time; a rebuilt one is read again. */
    private record Content(FileTime time, ByteBuffer plain, ByteBuffer gzip) {}

    /**
     * @param root the directory with index.html; read on each request, so it may be rebuilt meanwhile
     * @param uploads the origin that uploads are put to
     */
    StaticSite(Path root, String uploads) {
        this.root = root.toAbsolutePath().normalize();
        this.securityHeaders = securityHeaders(uploads);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        securityHeaders.forEach(response.getHeaders()::put);
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.getHeaders().put("Allow", "GET, HEAD");
            return empty(HttpStatus.METHOD_NOT_ALLOWED_405, response, callback);
        }
        String path =
                URIUtil.canonicalPath(URIUtil.decodePath(request.getHttpURI().getPath()));
        Path file = path == null ? root : fileFor(path);
        if (!file.startsWith(root) || !Files.isRegularFile(file)) {
            return empty(HttpStatus.NOT_FOUND_404, response, callback);
        }
        serve(file, request, response, callback);
        return true;
    }

    /** As the edge's {@code page-path.js}: an address without a dot in its last part is a page. */
    private Path fileFor(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.contains(".") ? root.resolve(path.substring(1)).normalize() : root.resolve("index.html");
    }

    private void serve(Path file, Request request, Response response, Callback callback) throws IOException {
        Content content = content(file);
        String tag =
                "\"%x-%x\"".formatted(content.time().toMillis(), content.plain().remaining());
        response.getHeaders()
                .put("Content-Type", type(file))
                .put("Cache-Control", cacheControl(file))
                .put("Vary", "Accept-Encoding")
                .put("ETag", tag);
        if (tag.equals(request.getHeaders().get("If-None-Match"))) {
            empty(HttpStatus.NOT_MODIFIED_304, response, callback);
            return;
        }
        String accepted = request.getHeaders().get("Accept-Encoding");
        boolean compress = content.gzip().hasRemaining() && accepted != null && accepted.contains("gzip");
        if (compress) {
            response.getHeaders().put("Content-Encoding", "gzip");
        }
        response.write(true, (compress ? content.gzip() : content.plain()).slice(), callback);
    }

    private String cacheControl(Path file) {
        return root.relativize(file).startsWith("assets") ? "public, max-age=31536000, immutable" : "no-cache";
    }

    private Content content(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Content known = contents.get(file);
        if (known != null && known.time().equals(time)) {
            return known;
        }
        byte[] plain = Files.readAllBytes(file);
        Content read = new Content(
                time, ByteBuffer.wrap(plain), ByteBuffer.wrap(isCompressible(file, plain) ? gzip(plain) : new byte[0]));
        contents.put(file, read);
        return read;
    }

    private static boolean isCompressible(Path file, byte[] plain) {
        String type = type(file);
        return plain.length >= WORTH_COMPRESSING
                && (type.startsWith("text/")
                        || type.contains("javascript")
                        || type.contains("json")
                        || type.contains("svg")
                        || type.contains("wasm"));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static String type(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".js") || name.endsWith(".mjs")) {
            return "text/javascript; charset=utf-8";
        }
        if (name.endsWith(".webmanifest")) {
            return "application/manifest+json";
        }
        String type = TYPES.getMimeByExtension(name);
        if (type == null) {
            return "application/octet-stream";
        }
        return type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }

    private static boolean empty(int status, Response response, Callback callback) {
        response.setStatus(status);
        response.write(true, BufferUtil.EMPTY_BUFFER, callback);
        return true;
    }

    /** Those of the cloud's edge, but the one that would forbid plain HTTP to everything else on this machine too. */
    private static Map<String, String> securityHeaders(String uploads) {
        Map<String, String> headers = new LinkedHashMap<>();
        try (InputStream yaml = StaticSite.class.getResourceAsStream("/edge/security-headers.yaml")) {
            new YAMLMapper()
                    .readTree(yaml)
                    .forEachEntry(
                            (name, value) -> headers.put(name, value.asString().replace("{uploads}", uploads)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        headers.remove("strict-transport-security");
        return headers;
    }
}
