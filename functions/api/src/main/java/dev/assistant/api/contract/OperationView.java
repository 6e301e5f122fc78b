package dev.assistant.api.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One operation: what it does, needs, takes and answers, with examples. */
final class OperationView {
    private static final Map<String, String> RATES = Map.of(
            "public", "not limited",
            "login", "5 failed attempts in 15 minutes per account and per network address",
            "auth", "100 requests a minute per user, or per network address before sign-in",
            "read", "100 requests a minute per user, over all operations",
            "write", "100 requests a minute per user, over all operations",
            "submit", "100 requests a minute per user, over all operations");

    private final JsonNode contract;
    private final References references;
    private final SchemaView schemas;
    private final Samples samples;

    OperationView(JsonNode contract, References references) {
        this.contract = contract;
        this.references = references;
        this.schemas = new SchemaView(references);
        this.samples = new Samples(references);
    }

    String html(String path, String method, JsonNode operation) {
        String id = operation.path("operationId").asString();
        return """
                <article id="%s">
                <h3><span class="method %s">%s</span> <code>%s</code></h3>
                <p class="summary">%s</p>
                %s<dl><dt>Access</dt><dd>%s</dd><dt>Limit</dt><dd>%s</dd></dl>
                %s%s%s</article>
                """.formatted(
                        id,
                        method,
                        method.toUpperCase(Locale.ROOT),
                        Html.escape(base() + path),
                        Html.inline(operation.path("summary").asString("")),
                        Html.paragraphs(operation.path("description").asString("")),
                        access(operation.path("x-scope").asString()),
                        rate(operation.path("x-rate-class").asString()),
                        parameters(operation.path("parameters")),
                        request(path, method, operation),
                        responses(operation.path("responses")));
    }

    private String base() {
        return contract.path("servers").path(0).path("url").asString();
    }

    private static String access(String scope) {
        return switch (scope) {
            case "public" -> "Anybody.";
            case "admin" -> "Administrators who are signed in; no API keys.";
            default -> "Signed in, or a credential with the scope <code>" + Html.escape(scope) + "</code>.";
        };
    }

    private static String rate(String rateClass) {
        String words = RATES.get(rateClass);
        if (words == null) {
            throw new IllegalStateException("no words for the rate class " + rateClass);
        }
        return words;
    }

    private String parameters(JsonNode parameters) {
        StringBuilder rows = new StringBuilder();
        for (JsonNode reference : parameters) {
            JsonNode parameter = references.resolve(reference);
            rows.append("<tr><th scope=\"row\"><code>%s</code>%s</th><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                    .formatted(
                            Html.escape(parameter.path("name").asString()),
                            parameter.path("required").asBoolean(false)
                                    ? " <span class=\"required\">required</span>"
                                    : "",
                            Html.escape(parameter.path("in").asString()),
                            schemas.type(parameter.path("schema")),
                            SchemaView.meaning(parameter.path("description").asString(""), parameter.path("schema"))));
        }
        return rows.isEmpty()
                ? ""
                : "<h4>Parameters</h4>\n<table><thead><tr><th>Name</th><th>In</th><th>Type</th><th>Meaning</th></tr></thead><tbody>\n"
                        + rows + "</tbody></table>\n";
    }

    private String request(String path, String method, JsonNode operation) {
        JsonNode media = operation.path("requestBody").path("content").path("application/json");
        String fields = media.isMissingNode()
                ? ""
                : "<h4>Request body</h4>\n<p>%s%s</p>\n%s"
                        .formatted(
                                schemas.type(media.path("schema")),
                                operation.path("requestBody").path("required").asBoolean(false)
                                        ? ""
                                        : ", may be left out",
                                schemas.fields(media.path("schema")));
        return fields + example("Example request", curl(path, method, operation, media));
    }

    private String curl(String path, String method, JsonNode operation, JsonNode media) {
        StringBuilder command = new StringBuilder("curl -X ")
                .append(method.toUpperCase(Locale.ROOT))
                .append(" \"$HOST")
                .append(base())
                .append(path.replace("{job_id}", "$JOB_ID").replace("{issue_id}", "$ISSUE_ID"))
                .append('"');
        if (!operation.path("x-scope").asString().equals("public")) {
            command.append(" \\\n  -H \"Authorization: Bearer $TOKEN\"");
        }
        if (!media.isMissingNode()) {
            command.append(" \\\n  -H \"Content-Type: application/json\" \\\n  -d @- <<'JSON'\n")
                    .append(samples.of(media))
                    .append("\nJSON");
        }
        return command.toString();
    }

    private String responses(JsonNode responses) {
        StringBuilder good = new StringBuilder();
        StringBuilder problems = new StringBuilder();
        for (Map.Entry<String, JsonNode> entry : responses.properties()) {
            JsonNode response = references.resolve(entry.getValue());
            if (response.path("content").has("application/problem+json")) {
                problems.append("<tr><th scope=\"row\">%s</th><td>%s%s</td></tr>\n"
                        .formatted(
                                entry.getKey(),
                                Html.inline(response.path("description").asString("")),
                                headers(response)));
            } else {
                good.append(response(entry.getKey(), response));
            }
        }
        return good
                + (problems.isEmpty()
                        ? ""
                        : "<h4>Errors</h4>\n<p>Each is a <a href=\"#schema-Problem\">Problem</a>.</p>\n<table><tbody>\n"
                                + problems + "</tbody></table>\n");
    }

    private String response(String status, JsonNode response) {
        StringBuilder html = new StringBuilder("<h4>Answer %s</h4>\n<p>%s%s</p>\n"
                .formatted(status, Html.inline(response.path("description").asString("")), headers(response)));
        for (Map.Entry<String, JsonNode> media : response.path("content").properties()) {
            html.append("<p><code>%s</code>: %s</p>\n"
                    .formatted(
                            Html.escape(media.getKey()),
                            schemas.type(media.getValue().path("schema"))));
            if (media.getKey().equals("application/json")) {
                html.append(schemas.fields(media.getValue().path("schema")))
                        .append(example("Example answer", samples.of(media.getValue())));
            }
        }
        return html.toString();
    }

    private static String headers(JsonNode response) {
        List<String> names = response.path("headers")
                .propertyStream()
                .map(header -> "<code>" + Html.escape(header.getKey()) + "</code>")
                .toList();
        return names.isEmpty() ? "" : " Headers: " + String.join(", ", names) + ".";
    }

    private static String example(String title, String text) {
        return "<details><summary>%s</summary>\n<pre tabindex=\"0\"><code>%s</code></pre>\n</details>\n"
                .formatted(title, Html.escape(text));
    }
}
