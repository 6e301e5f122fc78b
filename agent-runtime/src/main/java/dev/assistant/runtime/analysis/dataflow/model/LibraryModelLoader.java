package dev.assistant.runtime.analysis.dataflow.model;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.data.DataNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the data files of a language into one model. A mistake in a file stops it, with file and line. */
public final class LibraryModelLoader {
    private static final String FOLDER = "/analysis/dataflow/";
    private static final Set<String> SECTIONS = Set.of(
            "about",
            "types",
            "constants",
            "subtypes",
            "renamed",
            "sources",
            "sinks",
            "sanitizers",
            "validators",
            "passes",
            "containers",
            "callbacks",
            "facets",
            "entry-points",
            "named-sinks");

    private final Weaknesses weaknesses;
    private final LibraryModel model;

    private LibraryModelLoader(Weaknesses weaknesses) {
        this.weaknesses = weaknesses;
        this.model = new LibraryModel(weaknesses);
    }

    /** Reads all files that the language's index names. */
    public static LibraryModel load(Language language, Weaknesses weaknesses) {
        LibraryModelLoader loader = new LibraryModelLoader(weaknesses);
        DataNode.resource(FOLDER + "index.yaml")
                .allow(languages())
                .list(language.id())
                .forEach(file -> loader.read(DataNode.resource(FOLDER + file.text())));
        return loader.model;
    }

    /** Reads one file, such as a test's. */
    public static LibraryModel load(DataNode file, Weaknesses weaknesses) {
        LibraryModelLoader loader = new LibraryModelLoader(weaknesses);
        loader.read(file);
        return loader.model;
    }

    private static Set<String> languages() {
        return Set.copyOf(
                java.util.Arrays.stream(Language.values()).map(Language::id).toList());
    }

    private void read(DataNode file) {
        file.allow(SECTIONS);
        file.find("types").ifPresent(types -> types.map().forEach((symbol, type) -> type(symbol, type.text())));
        file.find("subtypes")
                .ifPresent(types -> types.map().forEach((type, supertypes) -> supertypes(type, supertypes)));
        file.find("renamed").ifPresent(names -> names.map().forEach((from, to) -> model.renamed.put(from, to.text())));
        file.find("constants")
                .ifPresent(values -> values.map()
                        .forEach((symbol, value) -> model.constants.put(symbol, Constant.of(value.text()))));
        each(file, "sources", Set.of("at", "is", "kind", "named", "into", "clears"), this::source);
        each(
                file,
                "sinks",
                Set.of("at", "argument", "weakness", "when", "direct", "parameters", "unless", "assumed", "named"),
                this::sink);
        each(file, "sanitizers", Set.of("at", "clears", "when", "named", "denies", "begins"), this::sanitizer);
        each(
                file,
                "validators",
                Set.of(
                        "at",
                        "argument",
                        "clears",
                        "when",
                        "named",
                        "pattern",
                        "whole",
                        "collection",
                        "denies",
                        "requires",
                        "if"),
                this::validator);
        each(file, "passes", Set.of("at", "from", "to", "restores", "marks", "named"), this::pass);
        each(file, "containers", Set.of("at", "does", "key", "property", "value", "named"), this::effect);
        each(
                file,
                "callbacks",
                Set.of("at", "types", "elements", "pairs", "gives", "inputs", "named", "when"),
                this::callback);
        each(file, "facets", Set.of("at", "clears", "named"), this::facet);
        file.list("entry-points").forEach(this::entryPoint);
        file.list("named-sinks").forEach(this::namedSink);
    }

    private void type(String symbol, String type) {
        model.types.put(symbol, type);
        if (symbol.endsWith("()")) {
            know(Access.parse(symbol));
        }
        model.supertypes.putIfAbsent(type, List.of());
    }

    private void supertypes(String type, DataNode supertypes) {
        List<String> all = new ArrayList<>(model.supertypes.getOrDefault(type, List.of()));
        all.addAll(supertypes.texts());
        model.supertypes.put(type, List.copyOf(all));
        supertypes.texts().forEach(supertype -> model.supertypes.putIfAbsent(supertype, List.of()));
    }

    private void each(DataNode file, String section, Set<String> keys, BiConsumer<DataNode, Api> reader) {
        for (DataNode node : file.list(section)) {
            Api api = node.allow(keys)
                    .find("named")
                    .map(name -> Api.none().forReceiver(pattern(name)))
                    .orElse(Api.none());
            reader.accept(node, api);
            for (String at : node.get("at").texts()) {
                Access access = Access.parse(at);
                model.apis.computeIfAbsent(access, key -> new ArrayList<>()).add(api);
                know(access);
            }
        }
    }

    /** Types of which something is said are known, so that a name can be found among packages imported as a whole. */
    private void know(Access access) {
        String symbol = access.symbol();
        int dot = symbol.lastIndexOf('.');
        if (dot > 0 && !symbol.startsWith("*")) {
            boolean constructor = access.kind() == Access.Kind.CALL && Character.isUpperCase(symbol.charAt(dot + 1));
            model.supertypes.putIfAbsent(constructor ? symbol : symbol.substring(0, dot), List.of());
        }
    }

    private void source(DataNode node, Api api) {
        api.sources()
                .add(new Api.Source(
                        node.text("kind", SourceKind.USER_INPUT),
                        node.text("is", ""),
                        node.find("into").map(Selector::parse),
                        marks(node, "clears")));
    }

    private long marks(DataNode node, String key) {
        return node.find(key).map(weaknesses::set).orElse(Cleared.NONE);
    }

    private void sink(DataNode node, Api api) {
        Selector selector = node.find("argument").map(Selector::parse).orElse(Selector.of(Selector.Role.VALUE));
        for (DataNode weakness : node.get("weakness").list()) {
            api.sinks()
                    .add(new Api.Sink(
                            selector,
                            weaknesses.named(weakness),
                            node.truth("direct", false),
                            node.truth("parameters", true),
                            marks(node, "unless"),
                            marks(node, "assumed"),
                            Condition.parseAll(node.list("when"))));
        }
    }

    private void sanitizer(DataNode node, Api api) {
        api.sanitizers()
                .add(new Api.Sanitizer(
                        clears(node),
                        Condition.parseAll(node.list("when")),
                        node.find("denies").map(Selector::parse),
                        node.text("begins", "")));
    }

    private void validator(DataNode node, Api api) {
        Api.Outcome outcome = outcome(node);
        Selector selector = node.find("argument").map(Selector::parse).orElse(Selector.of(Selector.Role.RECEIVER));
        Api.Check kind = check(node);
        api.validators()
                .add(new Api.Validator(
                        selector,
                        clears(node),
                        outcome,
                        kind,
                        node.find("pattern")
                                .or(() -> node.find("denies"))
                                .or(() -> node.find("collection").filter(DataNode::isWhole))
                                .map(Selector::parse),
                        node.truth("whole", false),
                        marks(node, "requires"),
                        Condition.parseAll(node.list("if"))));
    }

    private long clears(DataNode node) {
        return node.find("denies").isPresent() ? Cleared.NONE : weaknesses.set(node.get("clears"));
    }

    private static Api.Check check(DataNode node) {
        if (node.find("denies").isPresent()) {
            return Api.Check.DENIED;
        }
        if (node.find("pattern").isPresent()) {
            return Api.Check.PATTERN;
        }
        return node.find("collection").isPresent() ? Api.Check.COLLECTION : Api.Check.PLAIN;
    }

    private static Api.Outcome outcome(DataNode node) {
        return switch (node.text("when", "true")) {
            case "true" -> Api.Outcome.TRUE;
            case "false" -> Api.Outcome.FALSE;
            case "returns" -> Api.Outcome.RETURNS;
            default -> throw node.get("when").wrong("when is true, false or returns");
        };
    }

    private void pass(DataNode node, Api api) {
        api.passes()
                .add(new Api.Pass(
                        Selector.parse(node.get("from")),
                        node.find("to").map(Selector::parse),
                        marks(node, "restores"),
                        marks(node, "marks")));
    }

    private void effect(DataNode node, Api api) {
        List<Selector> keys = node.list("key").stream().map(Selector::parse).toList();
        Selector value = node.find("value").map(Selector::parse).orElse(new Selector(List.of()));
        api.effects().add(new Effect(effectKind(node.get("does")), keys, node.text("property", ""), value));
    }

    private static Effect.Kind effectKind(DataNode node) {
        try {
            return Effect.Kind.valueOf(node.text().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw node.wrong("unknown effect '" + node.text() + "'");
        }
    }

    private void callback(DataNode node, Api api) {
        api.callbacks()
                .add(new Api.Callback(
                        node.texts("types"),
                        node.find("elements").map(Selector::parse),
                        node.truth("pairs", false),
                        gives(node),
                        node.texts("inputs"),
                        Condition.parseAll(node.list("when"))));
    }

    private static Api.Gives gives(DataNode node) {
        return switch (node.text("gives", "")) {
            case "" -> Api.Gives.OTHER;
            case "list" -> Api.Gives.LIST;
            case "result" -> Api.Gives.RESULT;
            case "kept" -> Api.Gives.KEPT;
            case "checked" -> Api.Gives.CHECKED;
            default -> throw node.get("gives").wrong("gives is list, result, kept or checked");
        };
    }

    private void facet(DataNode node, Api api) {
        api.facets().add(new Api.Facet(weaknesses.set(node.get("clears"))));
    }

    private void entryPoint(DataNode node) {
        node.allow(Set.of(
                "annotated",
                "named",
                "files",
                "directive",
                "with",
                "class-annotated",
                "returns-beginning",
                "returns-type",
                "unless-annotation",
                "parameters-named",
                "imports",
                "types",
                "positions",
                "inputs",
                "input-annotations",
                "input-types",
                "not-input-types",
                "not-annotated",
                "class-extends",
                "narrows",
                "number-in-route",
                "words",
                "returns"));
        Map<String, String> types = new HashMap<>();
        node.find("types").ifPresent(map -> map.map().forEach((name, type) -> types.put(name, type.text())));
        Map<String, Long> narrows = new HashMap<>();
        node.find("narrows")
                .ifPresent(map -> map.map().forEach((type, marks) -> narrows.put(type, weaknesses.set(marks))));
        Map<String, String> with = new HashMap<>();
        node.find("with").ifPresent(map -> map.map().forEach((name, value) -> with.put(name, value.text())));
        node.texts("class-annotated").forEach(annotation -> know(new Access(Access.Kind.CALL, annotation)));
        node.texts("annotated").forEach(annotation -> know(new Access(Access.Kind.CALL, annotation)));
        node.texts("input-annotations").forEach(annotation -> know(new Access(Access.Kind.CALL, annotation)));
        model.entryPoints.add(new EntryPoint(
                Set.copyOf(node.texts("annotated")),
                node.find("named").map(LibraryModelLoader::pattern),
                node.find("files").map(LibraryModelLoader::pattern),
                node.text("directive", ""),
                Set.copyOf(node.texts("not-annotated")),
                Set.copyOf(node.texts("class-annotated")),
                Set.copyOf(node.texts("class-extends")),
                Map.copyOf(with),
                node.texts("parameters-named"),
                node.texts("imports"),
                Map.copyOf(types),
                node.texts("positions"),
                node.truth("inputs", false),
                Set.copyOf(node.texts("input-annotations")),
                Set.copyOf(node.texts("input-types")),
                Set.copyOf(node.texts("not-input-types")),
                Map.copyOf(narrows),
                node.text("number-in-route", ""),
                node.text("words", "the request"),
                node.find("returns").map(weaknesses::named),
                node.find("unless-annotation").map(LibraryModelLoader::pattern),
                node.find("returns-type").map(LibraryModelLoader::pattern),
                node.find("returns-beginning").map(LibraryModelLoader::pattern)));
    }

    private void namedSink(DataNode node) {
        node.allow(Set.of("name", "weakness"));
        model.namedSinks.add(new NamedSink(pattern(node.get("name")), weaknesses.named(node.get("weakness"))));
    }

    private static Pattern pattern(DataNode node) {
        try {
            return Pattern.compile(node.text());
        } catch (PatternSyntaxException broken) {
            throw node.wrong("not a regular expression: " + broken.getDescription());
        }
    }
}
