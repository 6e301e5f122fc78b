package dev.assistant.localstack.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person who looks around and submits code, in a random order that a seed fixes. Reads what they have made, never more often
 * than the limit of 100 requests a minute allows. Not thread-safe.
 */
final class Visitor {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int REMEMBERED = 5;

    private final HttpClient http;
    private final String origin;
    private final String token;
    private final RandomGenerator chance;
    private final Latencies latencies;
    private final Deque<String> jobs = new ArrayDeque<>();

    Visitor(HttpClient http, String origin, String token, RandomGenerator chance, Latencies latencies) {
        this.http = http;
        this.origin = origin;
        this.token = token;
        this.chance = chance;
        this.latencies = latencies;
    }

    /** Sends requests at random moments, on average one in each pause, until the end. */
    void visit(Duration pause, long endNanos) throws InterruptedException {
        submit();
        while (System.nanoTime() < endNanos) {
            Thread.sleep(Duration.ofNanos(chance.nextLong(2 * pause.toNanos())));
            step();
        }
    }

    private void step() throws InterruptedException {
        int dice = chance.nextInt(100);
        if (dice < 10 || jobs.isEmpty()) {
            submit();
        } else if (dice < 30) {
            get("getReview", "/code-review/" + job());
        } else if (dice < 45) {
            get("getEvents", "/code-review/" + job() + "/events");
        } else if (dice < 60) {
            get("listReviews", "/code-review/history");
        } else if (dice < 75) {
            get("getProfile", "/users/me");
        } else if (dice < 85) {
            get("getFiles", "/code-review/" + job() + "/files");
        } else if (dice < 95) {
            get("listSessions", "/users/me/sessions");
        } else {
            get("getVersion", "/version");
        }
    }

    private String job() {
        return jobs.stream().skip(chance.nextInt(jobs.size())).findFirst().orElseThrow();
    }

    private void submit() throws InterruptedException {
        String code = "def f(db, name):\n    return db.execute(\"select * from t where n = '\" + name + \"'\")\n# "
                + chance.nextInt() + "\n";
        String body = JSON.createObjectNode()
                .put("code", code)
                .put("file_path", "app/db.py")
                .toString();
        String answer = send(
                "submitReview",
                request("/code-review")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        String job =
                answer.isEmpty() ? "" : JSON.readTree(answer).path("job_id").asString("");
        if (!job.isEmpty()) {
            jobs.addFirst(job);
            if (jobs.size() > REMEMBERED) {
                jobs.removeLast();
            }
        }
    }

    private void get(String operation, String path) throws InterruptedException {
        send(operation, request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private String send(String operation, HttpRequest.Builder request) throws InterruptedException {
        long begin = System.nanoTime();
        int status = 0;
        String body = "";
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            status = answer.statusCode();
            body = answer.body();
        } catch (IOException e) {
            body = "";
        }
        latencies.add(operation, status, System.nanoTime() - begin);
        return status < 300 ? body : "";
    }
}
