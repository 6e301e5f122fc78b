package dev.assistant.runtime.analysis.dataflow.model;

import dev.assistant.runtime.analysis.syntax.ir.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a language's libraries. Immutable once loaded; thread-safe. */
public final class LibraryModel {
    final Map<Access, List<Api>> apis = new HashMap<>();
    final Map<String, String> types = new HashMap<>();
    final Map<String, List<String>> supertypes = new HashMap<>();
    final Map<String, String> renamed = new HashMap<>();
    final Map<String, Constant> constants = new HashMap<>();
    final List<EntryPoint> entryPoints = new ArrayList<>();
    final List<NamedSink> namedSinks = new ArrayList<>();

    private final Weaknesses weaknesses;

    LibraryModel(Weaknesses weaknesses) {
        this.weaknesses = weaknesses;
    }

    /** The weaknesses that the model speaks of. */
    public Weaknesses weaknesses() {
        return weaknesses;
    }

    /** What is said about a use; the receiver's name decides on members of something unknown. */
    public List<Api> lookup(Access access, String receiverName) {
        return apis.getOrDefault(access, List.of()).stream()
                .filter(api -> api.receiverName()
                        .map(pattern -> pattern.matcher(receiverName).matches())
                        .orElse(true))
                .toList();
    }

    /** Whether members of a type are described, so that it is not unknown. */
    public boolean knows(String type) {
        return supertypes.containsKey(type);
    }

    /** The type of what a symbol stands for, or of what a call gives when it ends in {@code ()}. */
    public Optional<String> type(String symbol) {
        return Optional.ofNullable(types.get(symbol));
    }

    /** The value of a library's constant. */
    public Optional<Constant> constant(String symbol) {
        return Optional.ofNullable(constants.get(symbol));
    }

    /** The name under which data files know a symbol: packages that were renamed are told apart from what they hold. */
    public String canonical(String symbol) {
        for (int dot = symbol.length(); dot > 0; dot = symbol.lastIndexOf('.', dot - 1)) {
            String better = renamed.get(symbol.substring(0, dot));
            if (better != null) {
                return better + symbol.substring(dot);
            }
        }
        return symbol;
    }

    /** A type and everything that it is too, nearest first. */
    public Set<String> lineage(String type) {
        Set<String> lineage = new LinkedHashSet<>();
        collect(type, lineage);
        return lineage;
    }

    private void collect(String type, Set<String> into) {
        if (into.add(type)) {
            supertypes.getOrDefault(type, List.of()).forEach(supertype -> collect(supertype, into));
        }
    }

    /** The ids of the weaknesses that can be found by what is known of the language's libraries. */
    public Set<String> reports() {
        Stream<Weakness> sinks = apis.values().stream()
                .flatMap(List::stream)
                .flatMap(api -> api.sinks().stream())
                .map(Api.Sink::weakness);
        Stream<Weakness> returns = entryPoints.stream().flatMap(entry -> entry.returns().stream());
        Stream<Weakness> names = namedSinks.stream().map(NamedSink::weakness);
        return Stream.of(sinks, returns, names)
                .flatMap(weaknesses -> weaknesses)
                .map(Weakness::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<EntryPoint> entryPoints() {
        return entryPoints;
    }

    public List<NamedSink> namedSinks() {
        return namedSinks;
    }
}
