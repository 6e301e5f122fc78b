package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.data.DataNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Code and what data flow must find in it, from {@code src/test/resources/analysis/dataflow}. The line of the sink ends with a
 * comment {@code FLOW weakness}; other lines must have no finding.
 */
record FlowCase(String name, List<SourceFile> files) {
    private static final String MARK = "FLOW ";

    static List<FlowCase> load(Language language, String resource) {
        List<FlowCase> cases = new ArrayList<>();
        DataNode.resource("/analysis/dataflow/" + resource)
                .map()
                .forEach((name, node) -> cases.add(new FlowCase(language.id() + ": " + name, files(language, node))));
        return cases;
    }

    private static List<SourceFile> files(Language language, DataNode node) {
        if (!node.isMap()) {
            return List.of(new SourceFile("app." + language.extensions().getFirst(), language, node.text()));
        }
        List<SourceFile> files = new ArrayList<>();
        node.allow(Set.copyOf(node.map().keySet()))
                .map()
                .forEach((path, code) -> files.add(new SourceFile(path, language(path, language), code.text())));
        return files;
    }

    private static Language language(String path, Language otherwise) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return otherwise.extensions().contains(ending)
                ? otherwise
                : Arrays.stream(Language.values())
                        .filter(language -> language.extensions().contains(ending))
                        .findFirst()
                        .orElse(otherwise);
    }

    /** What must be found, as {@code path:line weakness}. */
    List<String> expected() {
        List<String> expected = new ArrayList<>();
        for (SourceFile file : files) {
            List<String> lines = file.content().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Optional<String> weakness = mark(lines.get(i));
                if (weakness.isPresent()) {
                    expected.add(file.path() + ":" + (i + 1) + " " + weakness.get());
                }
            }
        }
        return expected;
    }

    private static Optional<String> mark(String line) {
        int at = line.indexOf(MARK);
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        line.substring(at + MARK.length()).replace("-->", "").strip());
    }

    @Override
    public String toString() {
        return name;
    }
}
