package dev.assistant.api.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The contract as one page that needs nothing else: no script, no font, no other host. */
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
                %s<p><a href="#schemas">Schemas</a></p>
                <p><a href="openapi.json">openapi.json</a></p>
                </nav>
                <main id="main">
                <h1>%s</h1>
                <p class="lead">%s</p>
                %s%s<section id="schemas"><h2>Schemas</h2>
                %s</section>
                </main>
                </body>
                </html>
                """.formatted(
                        title,
                        style(),
                        title,
                        Html.escape(info.path("version").asString()),
                        navigation(),
                        title,
                        Html.inline(info.path("summary").asString("")),
                        Html.paragraphs(info.path("description").asString("")),
                        sections(),
                        allSchemas());
    }

    private String navigation() {
        StringBuilder html = new StringBuilder();
        for (JsonNode tag : contract.path("tags")) {
            String name = tag.path("name").asString();
            html.append("<p><a href=\"#%s\">%s</a></p>\n<ul>\n".formatted(anchor(name), Html.escape(name)));
            eachOperation(
                    name,
                    (path, method, operation) -> html.append("<li><a href=\"#%s\">%s</a></li>\n"
                            .formatted(
                                    operation.path("operationId").asString(),
                                    Html.inline(operation.path("summary").asString("")))));
            html.append("</ul>\n");
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

    private static String style() {
        try (InputStream css = DocsPage.class.getResourceAsStream("docs.css")) {
            if (css == null) {
                throw new IllegalStateException("docs.css is missing");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Visitor {
        void visit(String path, String method, JsonNode operation);
    }
}
