package dev.assistant.api.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The contract as one page that needs nothing else: no font, no other host. Its one script, in the page, filters what is shown;
 * without it everything is there.
 */
final class DocsPage {
    private final JsonNode contract;
    private final OperationView operations;
    private final SchemaView schemas;

    DocsPage(JsonNode contract) {
        References references = new References(contract);
        this.contract = contract;
        this.operations = new OperationView(contract, references);
        this.schemas = new SchemaView(references);
    }

    String html() {
        JsonNode info = contract.path("info");
        String title = Html.escape(info.path("title").asString()) + " API";
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <a class="skip" href="#main">Skip to the reference</a>
                <nav aria-label="Operations">
                <p class="brand">%s <span>%s</span></p>
                <form id="search" role="search" hidden>
                <label for="filter">Filter <kbd>/</kbd></label>
                <input id="filter" type="search" autocomplete="off" spellcheck="false">
                <output id="found" for="filter"></output>
                </form>
                %s<p><a href="#schemas">Schemas</a></p>
                <p><a href="openapi.json">openapi.json</a></p>
                </nav>
                <main id="main">
                <h1>%s</h1>
                <p class="lead">%s</p>
                %s%s<section id="schemas"><h2>Schemas</h2>
                %s</section>
                </main>
                <script>%s</script>
                </body>
                </html>
                """.formatted(
                        title,
                        resource("docs.css"),
                        title,
                        Html.escape(info.path("version").asString()),
                        navigation(),
                        title,
                        Html.inline(info.path("summary").asString("")),
                        Html.paragraphs(info.path("description").asString("")),
                        sections(),
                        allSchemas(),
                        resource("docs.js"));
    }

    private String navigation() {
        StringBuilder html = new StringBuilder();
        for (JsonNode tag : contract.path("tags")) {
            String name = tag.path("name").asString();
            html.append("<section><p><a href=\"#%s\">%s</a></p>\n<ul>\n".formatted(anchor(name), Html.escape(name)));
            eachOperation(
                    name,
                    (path, method, operation) ->
                            html.append("<li><a href=\"#%s\">%s</a> <span class=\"verb %s\">%s</span></li>\n"
                                    .formatted(
                                            operation.path("operationId").asString(),
                                            Html.inline(
                                                    operation.path("summary").asString("")),
                                            method,
                                            method.toUpperCase(Locale.ROOT))));
            html.append("</ul></section>\n");
        }
        return html.toString();
    }

    private String sections() {
        StringBuilder html = new StringBuilder();
        for (JsonNode tag : contract.path("tags")) {
            String name = tag.path("name").asString();
            html.append("<section id=\"%s\"><h2>%s</h2>\n".formatted(anchor(name), Html.escape(name)))
                    .append(Html.paragraphs(tag.path("description").asString("")));
            eachOperation(name, (path, method, operation) -> html.append(operations.html(path, method, operation)));
            html.append("</section>\n");
        }
        return html.toString();
    }

    private void eachOperation(String tag, Visitor visitor) {
        for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                boolean isTagged = operation
                        .getValue()
                        .path("tags")
                        .valueStream()
                        .anyMatch(name -> name.asString().equals(tag));
                if (isTagged) {
                    visitor.visit(path.getKey(), operation.getKey(), operation.getValue());
                }
            }
        }
    }

    private String allSchemas() {
        StringBuilder html = new StringBuilder();
        for (Map.Entry<String, JsonNode> schema :
                contract.path("components").path("schemas").properties()) {
            html.append("<article id=\"schema-%s\"><h3>%s</h3>\n".formatted(schema.getKey(), schema.getKey()))
                    .append(Html.paragraphs(
                            schema.getValue().path("description").asString("")))
                    .append(schemas.fields(schema.getValue()))
                    .append("</article>\n");
        }
        return html.toString();
    }

    private static String anchor(String name) {
        return "tag-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String resource(String name) {
        try (InputStream resource = DocsPage.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Visitor {
        void visit(String path, String method, JsonNode operation);
    }
}
