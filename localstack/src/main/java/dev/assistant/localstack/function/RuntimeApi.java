package dev.assistant.localstack.function;

import dev.assistant.localstack.function.FunctionFailure.Kind;
import dev.assistant.localstack.http.Servers;
import dev.assistant.testkit.engine.Loopback;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * The server that Lambda's runtime interface client asks for events (AWS Lambda developer guide, "Using the Lambda runtime
 * API for custom runtimes"). Each process has addresses of its own, so that what a dead one had asked for is lost with it.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String VERSION = "/2018-06-01/runtime/";

    private final Map<String, FunctionProcess> processes = new ConcurrentHashMap<>();
    private final Server server;

    RuntimeApi(int port) {
        this.server = Servers.start(Loopback.HOST, port, new Endpoint());
    }

    /** What the environment variable AWS_LAMBDA_RUNTIME_API says to a process. */
    String addressFor(String processId) {
        return Loopback.HOST + ":" + port() + "/" + processId;
    }

    int port() {
        return Servers.port(server);
    }

    void add(FunctionProcess process) {
        processes.put(process.id(), process);
    }

    void remove(FunctionProcess process) {
        processes.remove(process.id());
    }

    @Override
    public void close() {
        Servers.stop(server);
    }

    private final class Endpoint extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String path = Request.getPathInContext(request);
            int version = path.indexOf(VERSION);
            FunctionProcess process = version < 1 ? null : processes.get(path.substring(1, version));
            if (process == null) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                return true;
            }
            String[] words = path.substring(version + VERSION.length()).split("/");
            if (words.length == 2 && words[1].equals("next")) {
                next(process, response, callback);
            } else {
                told(process, words, request);
                response.setStatus(HttpStatus.ACCEPTED_202);
                response.getHeaders().put("Content-Type", "application/json");
                response.write(true, BufferUtil.toBuffer("{\"status\":\"OK\"}"), callback);
            }
            return true;
        }

        private void next(FunctionProcess process, Response response, Callback callback) throws InterruptedException {
            Optional<Invocation> next = process.next();
            if (next.isEmpty()) {
                response.setStatus(HttpStatus.GONE_410);
                response.write(true, BufferUtil.EMPTY_BUFFER, callback);
                return;
            }
            Invocation invocation = next.get();
            response.setStatus(HttpStatus.OK_200);
            response.getHeaders()
                    .put("Content-Type", "application/json")
                    .put("Lambda-Runtime-Aws-Request-Id", invocation.id())
                    .put(
                            "Lambda-Runtime-Deadline-Ms",
                            Long.toString(invocation.deadline().toEpochMilli()))
                    .put("Lambda-Runtime-Invoked-Function-Arn", InvocationContext.arn(process.function()))
                    .put("Lambda-Runtime-Trace-Id", "Root=1-" + UUID.randomUUID());
            response.write(true, invocation.event().slice(), callback);
        }

        /** {@code init/error}, {@code invocation/ID/response} or {@code invocation/ID/error}. */
        private static void told(FunctionProcess process, String[] words, Request request) throws Exception {
            byte[] body = BufferUtil.toArray(Content.Source.asByteBuffer(request));
            String name = process.function().name();
            if (words[words.length - 1].equals("response")) {
                process.answer(words[1], body);
            } else if (words[0].equals("init")) {
                process.fail(new FunctionFailure(
                        Kind.FAILED, name + " did not start: " + new String(body, StandardCharsets.UTF_8)));
            } else {
                process.failed(
                        words[1],
                        new FunctionFailure(Kind.FAILED, name + ": " + new String(body, StandardCharsets.UTF_8)));
            }
        }
    }
}
