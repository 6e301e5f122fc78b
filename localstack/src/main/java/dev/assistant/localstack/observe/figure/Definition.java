package dev.assistant.localstack.observe.figure;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is shown and what is wrong when: {@code dashboards.yaml}. */
public record Definition(List<Dashboard> dashboards, List<Alert> alerts) {
    public Definition {
        dashboards = List.copyOf(dashboards);
        alerts = List.copyOf(alerts);
    }

    public record Dashboard(String name, String title, List<Panel> panels) {
        public Dashboard {
            panels = List.copyOf(panels);
        }
    }

    /** @param unit what its axis counts, such as {@code seconds} */
    public record Panel(String title, String unit, List<Line> lines) {
        public Panel {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Something is wrong.
     *
     * @param name the section of the runbook that says what to do
     * @param above while the figure is larger
     * @param minutes how long that lasts before somebody is told
     */
    public record Alert(String name, String summary, Line line, double above, int minutes) {}

    public static Definition read() {
        InputStream yaml = Objects.requireNonNull(
                Definition.class.getResourceAsStream("/observe/dashboards.yaml"), "dashboards.yaml");
        return new YAMLMapper().readValue(yaml, Definition.class);
    }
}
