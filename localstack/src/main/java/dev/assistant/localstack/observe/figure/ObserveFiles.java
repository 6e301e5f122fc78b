package dev.assistant.localstack.observe.figure;

import dev.assistant.localstack.observe.figure.Definition.Alert;
import dev.assistant.localstack.observe.figure.Definition.Dashboard;
import dev.assistant.localstack.observe.figure.Definition.Panel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same dashboards and alerts for who has Grafana and Prometheus, as files below {@code localstack/observe}. {@link #main} writes
 * them; a test fails when they are not what {@code dashboards.yaml} says.
 */
public final class ObserveFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int WIDTH = 12;
    private static final int HEIGHT = 8;

    private ObserveFiles() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, String> file : of(Definition.read()).entrySet()) {
            Path path = Path.of(arguments[0]).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Their contents by their paths. */
    static Map<String, String> of(Definition definition) {
        Map<String, String> files = new TreeMap<>();
        files.put("prometheus-rules.yml", rules(definition));
        definition
                .dashboards()
                .forEach(dashboard -> files.put(
                        "grafana/" + dashboard.name() + ".json", JSON.writeValueAsString(grafana(dashboard)) + "\n"));
        return files;
    }

    private static String rules(Definition definition) {
        StringBuilder rules = new StringBuilder("# Generated from dashboards.yaml by ObserveFiles.\n")
                .append("groups:\n  - name: development-assistant\n    rules:\n");
        for (Alert alert : definition.alerts()) {
            rules.append("""
                          - alert: %s
                            expr: '%s > %s'
                            for: %dm
                            annotations:
                              summary: "%s"
                              runbook: "infrastructure-cdk/RUNBOOK.md, %s"
                    """.formatted(
                            alert.name(),
                            alert.line().promQl(),
                            alert.above(),
                            alert.minutes(),
                            alert.summary(),
                            alert.name()));
        }
        return rules.toString();
    }

    private static ObjectNode grafana(Dashboard dashboard) {
        ObjectNode root = JSON.createObjectNode();
        root.put("uid", "development-assistant-" + dashboard.name());
        root.put("title", "Development Assistant: " + dashboard.title());
        root.put("schemaVersion", 39);
        root.put("refresh", "10s");
        root.putObject("time").put("from", "now-15m").put("to", "now");
        ArrayNode panels = root.putArray("panels");
        for (Panel panel : dashboard.panels()) {
            addPanel(panels, panel);
        }
        return root;
    }

    private static void addPanel(ArrayNode panels, Panel panel) {
        int number = panels.size();
        ObjectNode node = panels.addObject();
        node.put("id", number + 1);
        node.put("type", "timeseries");
        node.put("title", panel.title());
        node.putObject("datasource").put("type", "prometheus");
        node.putObject("gridPos")
                .put("w", WIDTH)
                .put("h", HEIGHT)
                .put("x", number % 2 * WIDTH)
                .put("y", number / 2 * HEIGHT);
        node.putObject("fieldConfig").putObject("defaults").putObject("custom").put("axisLabel", panel.unit());
        ArrayNode targets = node.putArray("targets");
        for (Line line : panel.lines()) {
            targets.addObject()
                    .put("refId", String.valueOf((char) ('A' + targets.size())))
                    .put("expr", line.promQl())
                    .put(
                            "legendFormat",
                            line.by().map(label -> "{{" + label + "}}").orElse(line.label()));
        }
    }
}
