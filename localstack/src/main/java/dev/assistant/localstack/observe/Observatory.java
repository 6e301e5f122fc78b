package dev.assistant.localstack.observe;

import dev.assistant.localstack.gateway.RequestObserver;
import dev.assistant.localstack.http.Servers;
import dev.assistant.localstack.observe.figure.Definition;
import dev.assistant.localstack.observe.figure.History;
import dev.assistant.localstack.observe.trace.FunctionSpan;
import dev.assistant.localstack.observe.trace.OtlpSpans;
import dev.assistant.localstack.observe.trace.Span;
import dev.assistant.localstack.observe.trace.Traces;
import dev.assistant.localstack.part.Part;
import dev.assistant.testkit.engine.Loopback;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes metrics and traces of the stack and shows them on 127.0.0.1: {@code /} the dashboards, {@code /alerts}, {@code /traces},
 * {@code /traces/<id>} (with {@code .json} as JSON), {@code /jobs/<job_id>}, {@code /metrics} for Prometheus, and {@code POST
 * /v1/traces} for exporters of OpenTelemetry.
 */
public final class Observatory implements Part {
    private static final String JSON_ENDING = ".json";
    private static final String JOBS = "/jobs/";
    private static final String TRACES = "/traces/";
    private static final String CONTENT_TYPE = "Content-Type";

    private final GatewayMetrics metrics = new GatewayMetrics();
    private final SystemGauges gauges = new SystemGauges(metrics);
    private final Traces traces = new Traces();
    private final History history = new History();
    private final DashboardsPage dashboards = new DashboardsPage(Definition.read(), history);
    private final TracesPage tracesPage = new TracesPage(traces);
    private final Deque<FollowedLogs> followed = new ConcurrentLinkedDeque<>();
    private final CurrentMetrics current;
    private final Scraper scraper;
    private final Server server;

    private Observatory(int port, URI worker) {
        this.current = new CurrentMetrics(metrics, worker);
        this.scraper = new Scraper(current, history);
        this.server = Servers.start(Loopback.HOST, port, new Endpoint());
    }

    /**
     * Starts it.
     *
     * @param port 0 for any
     * @param worker where agent-runtime tells its metrics
     */
    public static Observatory start(int port, URI worker) {
        Observatory observatory = new Observatory(port, worker);
        observatory.scraper.start();
        return observatory;
    }

    /** Who is to be told of requests. */
    public RequestObserver requests() {
        return new ObservedRequests(metrics, traces);
    }

    /** Reads along what functions write to a stream. */
    public PrintStream reading(PrintStream log) {
        return FunctionLog.reading(log, this::read);
    }

    /** Reads along what functions in processes of their own write to their logs, from now on. */
    public void follow(Path logs) {
        followed.add(FollowedLogs.start(logs, this::read));
    }

    private void read(JsonNode line) {
        switch (line.path("event").asString("")) {
            case "request" -> traces.add(FunctionSpan.of(line));
            case "figures" -> gauges.take(line);
            default -> {}
        }
    }

    @Override
    public String name() {
        return "observe";
    }

    @Override
    public OptionalInt port() {
        return OptionalInt.of(Servers.port(server));
    }

    @Override
    public Optional<URI> page() {
        return Optional.of(Loopback.http(Servers.port(server)));
    }

    @Override
    public boolean healthy() {
        return server.isRunning();
    }

    @Override
    public void close() {
        followed.forEach(FollowedLogs::close);
        scraper.close();
        current.close();
        Servers.stop(server);
    }

    private final class Endpoint extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            String path = Request.getPathInContext(request);
            if (request.getMethod().equals("POST") && path.equals("/v1/traces")) {
                OtlpSpans.read(Request.asInputStream(request)).forEach(traces::add);
                response.getHeaders().put(CONTENT_TYPE, "application/x-protobuf");
                callback.succeeded(); // an empty message: all were taken
                return true;
            }
            if (!request.getMethod().equals("GET")) {
                return false;
            }
            return switch (path) {
                case "/" -> html(response, dashboards.dashboards(Instant.now()), callback);
                case "/alerts" -> html(response, dashboards.alerts(), callback);
                case "/traces" -> html(response, tracesPage.list(), callback);
                case "/metrics" ->
                    write(response, "text/plain; version=0.0.4; charset=utf-8", current.text(), callback);
                default -> (path.startsWith(JOBS) || path.startsWith(TRACES)) && trace(path, response, callback);
            };
        }

        private boolean trace(String path, Response response, Callback callback) {
            String name = path.substring(path.lastIndexOf('/') + 1).replace(JSON_ENDING, "");
            String id = path.startsWith(JOBS) ? traces.ofJob(name).orElse("") : name;
            List<Span> spans = traces.spans(id);
            response.setStatus(spans.isEmpty() ? HttpStatus.NOT_FOUND_404 : HttpStatus.OK_200);
            if (path.endsWith(JSON_ENDING)) {
                return write(response, "application/json", JsonMapper.shared().writeValueAsString(spans), callback);
            }
            return html(
                    response,
                    spans.isEmpty() ? TracesPage.unknown() : TracesPage.waterfall(spans, Instant.now()),
                    callback);
        }

        private static boolean html(Response response, String page, Callback callback) {
            response.getHeaders()
                    .put("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'");
            return write(response, "text/html; charset=utf-8", page, callback);
        }

        private static boolean write(Response response, String type, String text, Callback callback) {
            response.getHeaders().put(CONTENT_TYPE, type);
            response.getHeaders().put("Cache-Control", "no-store");
            response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
            return true;
        }
    }
}
