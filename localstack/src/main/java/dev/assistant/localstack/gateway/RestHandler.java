package dev.assistant.localstack.gateway;

import dev.assistant.localstack.catalogue.Catalogue;
import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.contract.Routes;
import dev.assistant.localstack.function.FunctionFailure;
import dev.assistant.localstack.function.FunctionHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The REST API: everything below {@code /api/}, by the contract, through the functions. Logs one line a request, with the
 * route and never the path, the query or a header, since those may hold secrets.
 */
final class RestHandler extends Handler.Abstract {

    /** API Gateway's limit on a request body (Amazon API Gateway quotas: 10 MB). */
    static final int LARGEST_BODY = 10 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(RestHandler.class);

    private final Routes routes;
    private final Catalogue catalogue;
    private final FunctionHost functions;

    RestHandler(Routes routes, Catalogue catalogue, FunctionHost functions) {
        this.routes = routes;
        this.catalogue = catalogue;
        this.functions = functions;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = request.getHttpURI().getPath();
        if (!path.startsWith("/api/")) {
            return false;
        }
        Instant start = Instant.now();
        String requestId = UUID.randomUUID().toString();
        Routes.Match match = routes.match(request.getMethod(), path);
        FunctionEntry function = match.function().map(catalogue::named).orElseGet(catalogue::fallback);
        response.getHeaders().put("x-amzn-RequestId", requestId);
        int status = answer(request, response, callback, match, function, requestId, start);
        LOG.info(
                "{} {} {} by {} in {} ms, request {}",
                request.getMethod(),
                match.resource(),
                status,
                function.name(),
                Duration.between(start, Instant.now()).toMillis(),
                requestId);
        return true;
    }

    private int answer(
            Request request,
            Response response,
            Callback callback,
            Routes.Match match,
            FunctionEntry function,
            String requestId,
            Instant start)
            throws IOException {
        InputStream in = Request.asInputStream(request);
        byte[] body = in.readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            in.transferTo(OutputStream.nullOutputStream());
            return problem(Problem.TOO_LARGE, response, requestId, callback);
        }
        try {
            byte[] event = RestEvent.of(request, match, body, requestId, start);
            FunctionAnswer answer = FunctionAnswer.parse(functions.invoke(function, event));
            answer.write(response, callback);
            return answer.status();
        } catch (FunctionFailure failure) {
            LOG.warn("request {}: {}", requestId, failure.getMessage());
            return problem(problemOf(failure.kind()), response, requestId, callback);
        } catch (FunctionAnswer.Malformed e) {
            LOG.warn("request {}: {} answered {}", requestId, function.name(), e.getMessage());
            return problem(Problem.INTERNAL, response, requestId, callback);
        }
    }

    private static int problem(Problem problem, Response response, String requestId, Callback callback) {
        problem.write(response, requestId, callback);
        return problem.status();
    }

    private static Problem problemOf(FunctionFailure.Kind kind) {
        return switch (kind) {
            case EVENT_TOO_LARGE -> Problem.TOO_LARGE;
            case TIMED_OUT -> Problem.TIMED_OUT;
            case FAILED -> Problem.INTERNAL;
        };
    }
}
