package dev.assistant.runtime.analysis.rules;

import dev.assistant.review.Category;
import dev.assistant.review.Language;
import dev.assistant.review.Severity;
import dev.assistant.runtime.analysis.dataflow.model.Access;
import dev.assistant.runtime.analysis.dataflow.model.Condition;
import dev.assistant.runtime.data.DataNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads rules from their files. A mistake in one stops it, with file and line. */
public final class RuleLoader {
    private static final String FOLDER = "/analysis/rules/";
    /** Nothing, written into example secrets so that scanners do not take them for real ones. */
    private static final String SEAM = "<+>";

    private static final Set<String> KEYS = Set.of(
            "like",
            "title",
            "cwe",
            "severity",
            "category",
            "confidence",
            "message",
            "why",
            "fix",
            "rewrite",
            "imports",
            "match",
            "examples");

    private RuleLoader() {}

    /** All rules of a language, in the order of the index. */
    public static List<Rule> load(Language language) {
        return Stream.of("index.yaml", "patterns.yaml")
                .flatMap(index -> DataNode.resource(FOLDER + index).list(language.id()).stream())
                .map(name -> load(language, name.text()))
                .toList();
    }

    private static Rule load(Language language, String name) {
        String id = language.id() + "/" + name;
        return rule(id, language, DataNode.resource(FOLDER + id + ".yaml"));
    }

    /** Reads one rule; what it does not say itself is said by those files that it is like. */
    public static Rule rule(String id, Language language, DataNode file) {
        List<DataNode> files = Stream.concat(
                        Stream.of(file),
                        file.texts("like").stream().map(name -> DataNode.resource(FOLDER + "shared/" + name + ".yaml")))
                .map(one -> one.allow(KEYS))
                .toList();
        DataNode examples = file.get("examples").allow(Set.of("bad", "good"));
        return new Rule(
                id,
                language,
                first("title", files).text(),
                first("cwe", files).texts(),
                choose(first("severity", files), Severity.class),
                choose(first("category", files), Category.class),
                first("confidence", files).number(),
                first("message", files).text(),
                first("why", files).text(),
                first("fix", files).text(),
                matches(files),
                file.find("rewrite").map(DataNode::text),
                file.texts("imports"),
                new Rule.Examples(examples(examples.get("bad")), examples(examples.get("good"))));
    }

    private static List<Match> matches(List<DataNode> files) {
        first("match", files);
        return files.stream()
                .flatMap(file -> file.list("match").stream())
                .map(RuleLoader::match)
                .toList();
    }

    private static DataNode first(String key, List<DataNode> files) {
        return files.stream()
                .flatMap(file -> file.find(key).stream())
                .findFirst()
                .orElseThrow(() -> files.getFirst().wrong("'" + key + "' is missing"));
    }

    private static List<String> examples(DataNode node) {
        return node.texts().stream().map(code -> code.replace(SEAM, "")).toList();
    }

    private static Match match(DataNode node) {
        if (node.find("named").isPresent()) {
            node.allow(Set.of("named", "value", "not-value"));
            return new Match.Named(
                    pattern(node.get("named")),
                    pattern(node.get("value")),
                    node.find("not-value").map(RuleLoader::pattern));
        }
        if (node.find("code").isPresent()) {
            return CodeLoader.code(node);
        }
        if (node.find("secret").isPresent()) {
            return CodeLoader.secret(node);
        }
        if (node.find("phrase").isPresent()) {
            return CodeLoader.phrase(node);
        }
        if (node.find("text").isPresent()) {
            return CodeLoader.text(node);
        }
        node.allow(Set.of("at", "receiver-named", "when", "unless"));
        Set<Access> accesses = new LinkedHashSet<>();
        node.get("at").texts().forEach(at -> accesses.add(Access.parse(at)));
        Optional<Pattern> receiverName = node.find("receiver-named").map(RuleLoader::pattern);
        return new Match.Use(
                accesses, receiverName, Condition.parseAll(node.list("when")), Condition.parseAll(node.list("unless")));
    }

    private static <E extends Enum<E>> E choose(DataNode node, Class<E> kind) {
        try {
            return Enum.valueOf(kind, node.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw node.wrong("unknown " + kind.getSimpleName().toLowerCase(Locale.ROOT) + " '" + node.text() + "'");
        }
    }

    static Pattern pattern(DataNode node) {
        try {
            return Pattern.compile(node.text());
        } catch (PatternSyntaxException broken) {
            throw node.wrong("not a regular expression: " + broken.getDescription());
        }
    }
}
