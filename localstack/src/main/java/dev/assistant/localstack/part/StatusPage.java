package dev.assistant.localstack.part;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /status}: name, pid, port and health of each part, and its page where it has one; 200 when all are well, else 503. */
public final class StatusPage extends Handler.Abstract {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Supplier<List<Part>> parts;

    /** @param parts those that run now */
    public StatusPage(Supplier<List<Part>> parts) {
        this.parts = parts;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!request.getMethod().equals("GET")
                || !Request.getPathInContext(request).equals("/status")) {
            return false;
        }
        List<Part> running = parts.get();
        List<Boolean> health = running.parallelStream().map(Part::healthy).toList();
        ArrayNode all = JSON.createArrayNode();
        for (int i = 0; i < running.size(); i++) {
            Part part = running.get(i);
            ObjectNode entry = all.addObject();
            entry.put("name", part.name());
            entry.put("pid", part.pid());
            part.port().ifPresentOrElse(port -> entry.put("port", port), () -> entry.putNull("port"));
            entry.put("healthy", health.get(i));
            part.page().ifPresent(page -> entry.put("page", page.toString()));
        }
        response.setStatus(health.contains(false) ? HttpStatus.SERVICE_UNAVAILABLE_503 : HttpStatus.OK_200);
        response.getHeaders().put("Content-Type", "application/json");
        response.write(true, ByteBuffer.wrap(JSON.writeValueAsBytes(all)), callback);
        return true;
    }
}
