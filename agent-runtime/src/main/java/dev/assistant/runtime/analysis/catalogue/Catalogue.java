package dev.assistant.runtime.analysis.catalogue;

import dev.assistant.review.Category;
import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.dataflow.model.LibraryModelLoader;
import dev.assistant.runtime.analysis.dataflow.model.Weaknesses;
import dev.assistant.runtime.analysis.rules.RuleLoader;
import dev.assistant.runtime.analysis.sonar.SonarPack;
import dev.assistant.runtime.analysis.syntax.ir.Lowering;
import dev.assistant.runtime.data.DataNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Collects the rules of all analysers. */
final class Catalogue {
    private static final String WEAKNESSES = "/analysis/dataflow/weaknesses.yaml";
    /** Rules that are code rather than a file of their own. */
    private static final String WRITTEN_IN_JAVA = "/analysis/rules/written-in-java.yaml";

    private Catalogue() {}

    /**
     * Every rule in the order of ids.
     *
     * @param analysers the folder of embedded analysers that the build makes
     */
    static List<CataloguedRule> all(Path analysers) {
        return Stream.of(shapes(), flows(), writtenInJava(), embedded(analysers))
                .flatMap(rules -> rules)
                .sorted(Comparator.comparing(CataloguedRule::id))
                .toList();
    }

    private static Stream<CataloguedRule> shapes() {
        return Arrays.stream(Language.values())
                .flatMap(language -> RuleLoader.load(language).stream())
                .map(CataloguedRule::of);
    }

    /** What data flow can report, for each language in which it follows data. */
    private static Stream<CataloguedRule> flows() {
        List<Language> languages = Arrays.stream(Language.values())
                .filter(Lowering::covers)
                .filter(language -> language != Language.TYPESCRIPT)
                .toList();
        Map<String, DataNode> described = DataNode.resource(WEAKNESSES).map();
        Weaknesses weaknesses = Weaknesses.load();
        return languages.stream()
                .flatMap(language -> LibraryModelLoader.load(language, weaknesses).reports().stream()
                        .map(id -> flow(language, Map.entry(id, Objects.requireNonNull(described.get(id))))));
    }

    private static CataloguedRule flow(Language language, Map.Entry<String, DataNode> weakness) {
        return CataloguedRule.described(
                language.id() + "/" + weakness.getKey(), language, Category.SECURITY.id(), weakness.getValue());
    }

    private static Stream<CataloguedRule> writtenInJava() {
        return DataNode.resource(WRITTEN_IN_JAVA).map().entrySet().stream().map(entry -> {
            DataNode node = entry.getValue();
            Language language = Language.byId(node.get("language").text())
                    .orElseThrow(() -> node.wrong("there is no such language"));
            return CataloguedRule.described(
                    entry.getKey(), language, node.get("category").text(), node);
        });
    }

    private static Stream<CataloguedRule> embedded(Path analysers) {
        return SonarPack.rules(analysers).stream().map(CataloguedRule::of);
    }
}
