package dev.assistant.localstack.gateway;

import dev.assistant.localstack.catalogue.Catalogue;
import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.catalogue.Source;
import dev.assistant.localstack.function.FunctionFailure;
import dev.assistant.localstack.function.FunctionHost;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets functions invoke functions and wait for the answer (AWS Lambda API reference, "Invoke", version 2015-03-31): those of the
 * catalogue that say {@code invoke}. Serves the unmodified AWS SDK client.
 */
final class InvokeApi extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(InvokeApi.class);
    private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([A-Za-z0-9-]+)/invocations");

    private final Catalogue catalogue;
    private final FunctionHost functions;

    InvokeApi(Catalogue catalogue, FunctionHost functions) {
        this.catalogue = catalogue;
        this.functions = functions;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Matcher path = PATH.matcher(Request.getPathInContext(request));
        if (!request.getMethod().equals("POST") || !path.matches()) {
            return false;
        }
        Optional<FunctionEntry> function = catalogue.withSource(Source.Invoke.class).stream()
                .filter(entry -> entry.name().equals(path.group(1)))
                .findFirst();
        if (function.isEmpty()) {
            response.getHeaders().put("x-amzn-ErrorType", "ResourceNotFoundException");
            answer(response, HttpStatus.NOT_FOUND_404, error("ResourceNotFoundException"), callback);
            return true;
        }
        byte[] event = Request.asInputStream(request).readNBytes(FunctionHost.LARGEST_EVENT + 1);
        try {
            answer(response, HttpStatus.OK_200, functions.invoke(function.get(), event), callback);
        } catch (FunctionFailure e) {
            LOG.warn("{}: {}", function.get().name(), e.getMessage());
            response.getHeaders().put("X-Amz-Function-Error", "Unhandled");
            answer(response, HttpStatus.OK_200, error(e.kind().name()), callback);
        }
        return true;
    }

    private static byte[] error(String type) {
        ObjectNode error = EventJson.JSON.createObjectNode();
        error.put("errorType", type);
        return EventJson.JSON.writeValueAsBytes(error);
    }

    private static void answer(Response response, int status, byte[] body, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put("Content-Type", "application/json");
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
