package dev.assistant.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import dev.assistant.failure.Failure;
import dev.assistant.identity.Caller;
import dev.assistant.identity.TrustedEdge;
import dev.assistant.limit.Allowance;
import dev.assistant.trace.RequestTrace;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One function's way from a gateway's event to an operation and back: route, caller, limit, operation, answer. Whatever is
 * thrown on the way becomes a problem here, and each request becomes one line of the log. Thread-safe.
 */
public final class Edge implements Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final Operations operations;
    private final Identification callers;
    private final RequestLimits limits;
    private final Origins origins;
    private final TrustedEdge trustedEdge;
    private final Cors cors;
    private final PrintStream log;
    private final SecureRandom random = new SecureRandom();

    public Edge(
            Operations operations,
            Identification callers,
            RequestLimits limits,
            Origins origins,
            TrustedEdge trustedEdge) {
        this(operations, callers, limits, origins, trustedEdge, System.out);
    }

    /** @param log takes a line of JSON for each request */
    Edge(
            Operations operations,
            Identification callers,
            RequestLimits limits,
            Origins origins,
            TrustedEdge trustedEdge,
            PrintStream log) {
        this.log = log;
        this.operations = operations;
        this.callers = callers;
        this.limits = limits;
        this.origins = origins;
        this.trustedEdge = trustedEdge;
        this.cors = new Cors(origins);
    }

    @Override
    public APIGatewayProxyResponseEvent apply(APIGatewayProxyRequestEvent event) {
        Instant time = Instant.now();
        long begin = System.nanoTime();
        Request request = ProxyEvents.request(event, trustedEdge);
        RequestTrace trace = RequestTrace.of(request::header, random);
        RequestLine line = new RequestLine(time, begin, trace);
        Answer answer = guarded(request, line, () -> trace.span().during(() -> route(request, line)))
                .with(cors.headers(request))
                .with("X-Request-Id", request.id());
        Answer secured = SecurityHeaders.on(answer);
        line.write(request, answer.status(), System.nanoTime(), log);
        return ProxyEvents.response(request.method().equals("HEAD") ? secured.withoutBody() : secured);
    }

    private Answer route(Request request, RequestLine line) {
        trustedEdge.admit(request.header(TrustedEdge.KEY_HEADER));
        Routes routes = operations.routes();
        if (request.method().equals("OPTIONS")) {
            return routes.allowed(request.path())
                    .map(methods -> cors.preflight(request, methods))
                    .orElseThrow(() -> new Refused(Problems.unknownPath()));
        }
        Routes.Match match = routes.match(request.method(), request.path())
                .filter(found -> operations.serves(found.route()))
                .orElseThrow(() -> unroutable(request));
        line.operation(match.route());
        requireOwnPage(request, match.route());
        Optional<Caller> caller = match.route().scope().map(scope -> callers.identify(request, scope, match.route()));
        line.caller(caller);
        return limited(request.matched(match.parameters()).from(caller), match.route(), line);
    }

    /**
     * What anybody may ask, such as to be signed in, pages of other sites may not ask for the person in front of them: they
     * could sign them in as somebody else, who then sees what they do (CWE-352).
     */
    private void requireOwnPage(Request request, Route route) {
        if (route.scope().isEmpty() && request.isUnsafe() && origins.isForeign(request)) {
            throw new Failure.Forbidden("Pages of other sites may not do this. Use a page of this site.");
        }
    }

    private Refused unroutable(Request request) {
        return new Refused(operations
                .routes()
                .allowed(request.path())
                .map(methods -> Problems.wrongMethod(request.method(), methods))
                .orElseGet(Problems::unknownPath));
    }

    private Answer limited(Request request, Route route, RequestLine line) {
        Optional<Allowance> allowance = limits.take(request, route.rate());
        Answer answer = allowance.isPresent() && !allowance.get().allowed()
                ? RequestLimits.refusal(allowance.get()).answer(request)
                : guarded(request, line, () -> operations.of(route).answer(request));
        return answer.with(allowance.map(RequestLimits::headers).orElse(List.of()));
    }

    private static Answer guarded(Request request, RequestLine line, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (Refused e) {
            return e.problem().answer(request);
        } catch (Failure e) {
            if (e instanceof Failure.Unavailable) {
                line.failure(e);
            }
            return Problems.of(e).answer(request);
        } catch (RuntimeException e) {
            line.failure(e);
            return Problems.defect().answer(request);
        }
    }
}
