package dev.assistant.runtime.analysis.dataflow.model;

import dev.assistant.review.Severity;
import dev.assistant.runtime.data.DataNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalogue of weaknesses that data flow can show. Immutable. */
public final class Weaknesses {
    private static final Set<String> KEYS = Set.of(
            "cwe",
            "severity",
            "accepts",
            "from-parameters",
            "denied-by",
            "refused-by",
            "harmless-after",
            "harmless-quoted",
            "title",
            "message",
            "why",
            "fix");

    private static final String IN_TEXT = "in-text";

    private final Map<String, Weakness> byId = new LinkedHashMap<>();
    private final long inText;

    private Weaknesses(DataNode file) {
        file.map()
                .forEach((id, node) -> byId.put(
                        id,
                        node.find("mark").isPresent()
                                ? mark(id, byId.size(), node.allow(Set.of("mark")))
                                : weakness(id, byId.size(), node.allow(KEYS))));
        this.inText = byId.containsKey(IN_TEXT) ? byId.get(IN_TEXT).bit() : Cleared.NONE;
    }

    /** Reads the catalogue that ships with the product. */
    public static Weaknesses load() {
        return new Weaknesses(DataNode.resource("/analysis/dataflow/weaknesses.yaml"));
    }

    private Weakness weakness(String id, int index, DataNode node) {
        return new Weakness(
                id,
                index,
                node.get("cwe").texts(),
                severity(node.get("severity")),
                Set.copyOf(node.get("accepts").texts()),
                node.find("from-parameters").isPresent(),
                node.find("from-parameters").map(this::parametersMust).orElse(Cleared.NONE),
                Set.copyOf(node.texts("denied-by")),
                Set.copyOf(node.texts("refused-by")),
                node.find("harmless-after").map(Condition::pattern),
                node.truth("harmless-quoted", false),
                node.get("title").text(),
                node.get("message").text(),
                node.get("why").text(),
                node.get("fix").text());
    }

    /** The mark that the file names, or none for {@code true}. Marks stand before the weaknesses that need them. */
    private long parametersMust(DataNode node) {
        return node.isTruth() ? Cleared.NONE : named(node).bit();
    }

    /** Something to remember of data that is no weakness; nothing causes it, so it is never reported. */
    private static Weakness mark(String id, int index, DataNode node) {
        return new Weakness(
                id,
                index,
                List.of(),
                Severity.INFO,
                Set.of(),
                false,
                Cleared.NONE,
                Set.of(),
                Set.of(),
                Optional.empty(),
                false,
                node.get("mark").text(),
                "",
                "",
                "");
    }

    private static Severity severity(DataNode node) {
        try {
            return Severity.valueOf(node.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw node.wrong("severity is critical, high, medium, low or info");
        }
    }

    /** All of them, in the order of the file. */
    public List<Weakness> all() {
        return byId.values().stream()
                .filter(weakness -> !weakness.accepts().isEmpty())
                .toList();
    }

    /** What data in which a text cannot be can no longer cause. */
    public long deniedBy(String text) {
        return byId.values().stream()
                .filter(weakness -> weakness.deniedBy().contains(text))
                .mapToLong(Weakness::bit)
                .reduce(Cleared.NONE, (some, more) -> some | more);
    }

    /** What data that is not this text can no longer cause. */
    public long refusedBy(String text) {
        return byId.values().stream()
                .filter(weakness -> weakness.refusedBy().contains(text))
                .mapToLong(Weakness::bit)
                .reduce(Cleared.NONE, (some, more) -> some | more);
    }

    /** What data that is one quoted text can no longer cause. */
    public long harmlessQuoted() {
        return byId.values().stream()
                .filter(Weakness::harmlessQuoted)
                .mapToLong(Weakness::bit)
                .reduce(Cleared.NONE, (some, more) -> some | more);
    }

    /** The mark of data that was put into a text. */
    public long inText() {
        return inText;
    }

    /** What data that stands behind this beginning of a text can no longer cause. */
    public long harmlessAfter(String beginning) {
        long harmless = Cleared.NONE;
        if (!beginning.isEmpty()) {
            for (Weakness weakness : byId.values()) {
                boolean applies = weakness.harmlessAfter()
                        .map(pattern -> pattern.matcher(beginning).find())
                        .orElse(false);
                harmless |= applies ? weakness.bit() : Cleared.NONE;
            }
        }
        return harmless;
    }

    /** The weakness that a data file names. */
    public Weakness named(DataNode node) {
        Weakness weakness = byId.get(node.text());
        if (weakness == null) {
            throw node.wrong("unknown weakness '" + node.text() + "'; known are " + String.join(", ", byId.keySet()));
        }
        return weakness;
    }

    private long causedBy(String kind) {
        return byId.values().stream()
                .filter(weakness -> weakness.accepts().contains(kind))
                .mapToLong(Weakness::bit)
                .reduce(Cleared.NONE, (some, more) -> some | more);
    }

    /** A set of weaknesses; {@code all} for all that user input causes, {@code everything} for truly all. */
    public long set(DataNode node) {
        long set = Cleared.NONE;
        for (DataNode id : node.list()) {
            set |= switch (id.text()) {
                case "everything" -> Cleared.ALL;
                case "all" -> causedBy(SourceKind.USER_INPUT);
                default -> named(id).bit();
            };
        }
        return set;
    }
}
