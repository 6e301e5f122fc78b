package dev.assistant.localstack.gateway;

import dev.assistant.localstack.catalogue.Catalogue;
import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.contract.Routes;
import dev.assistant.localstack.function.FunctionFailure;
import dev.assistant.localstack.function.FunctionHost;
import dev.assistant.localstack.gateway.RequestObserver.Observed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    private final RequestObserver observer;

    RestHandler(Routes routes, Catalogue catalogue, FunctionHost functions, RequestObserver observer) {
        this.observer = observer;
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
        Observed observed = observer.begin(
                request.getMethod(), Optional.ofNullable(request.getHeaders().get("traceparent")));
        Call call = new Call(match, function, requestId, start, observed.traceparent());
        int status = answer(request, response, callback, call);
        observed.answered(match.resource(), function.name(), status);
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

    /** A request as it goes to its function. */
    private record Call(
            Routes.Match match, FunctionEntry function, String id, Instant start, Optional<String> traceparent) {}

    private int answer(Request request, Response response, Callback callback, Call call) throws IOException {
        InputStream in = Request.asInputStream(request);
        byte[] body = in.readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            in.transferTo(OutputStream.nullOutputStream());
            return problem(Problem.TOO_LARGE, response, call.id(), callback);
        }
        try {
            byte[] event = RestEvent.of(request, call.match(), body, call.id(), call.start(), call.traceparent());
            FunctionAnswer answer = FunctionAnswer.parse(functions.invoke(call.function(), event));
            answer.write(response, callback);
            return answer.status();
        } catch (FunctionFailure failure) {
            LOG.warn("request {}: {}", call.id(), failure.getMessage());
            return problem(problemOf(failure.kind()), response, call.id(), callback);
        } catch (FunctionAnswer.Malformed e) {
            LOG.warn("request {}: {} answered {}", call.id(), call.function().name(), e.getMessage());
            return problem(Problem.INTERNAL, response, call.id(), callback);
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
