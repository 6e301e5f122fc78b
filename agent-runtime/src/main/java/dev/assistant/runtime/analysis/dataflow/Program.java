package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.syntax.ir.ClassDefinition;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Function;
import dev.assistant.runtime.analysis.syntax.ir.Module;
import dev.assistant.runtime.analysis.syntax.ir.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The files of one language of a submission, found by the names that code gives them. Not thread-safe. */
final class Program {
    /** So many types may stand in for an interface that they only fit. */
    private static final int MAX_FITTING = 8;

    private final Map<String, SubmittedModule> byPath = new LinkedHashMap<>();
    private final Map<String, SubmittedModule> byName = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Map<String, SubmittedClass> classes = new HashMap<>();
    private final Map<String, List<SubmittedClass>> bySupertype = new HashMap<>();
    private final Map<ClassDefinition, SubmittedClass> byDefinition = new HashMap<>();
    private final Map<String, List<SubmittedClass>> furtherParts = new HashMap<>();
    private final Map<String, List<SubmittedClass>> bySimpleName = new HashMap<>();
    private final Map<String, SubmittedModule> topLevelNames = new HashMap<>();
    private final Map<SubmittedClass, List<SubmittedClass>> fitting = new HashMap<>();
    private final Folders folders = new Folders();

    Program(List<Module> modules) {
        for (Module module : modules) {
            String path = module.source().path();
            SubmittedModule submitted = new SubmittedModule(module, moduleName(module), byPath.size() + 1);
            byPath.put(path, submitted);
            if (LanguageTraits.of(module.source().language()).namespaces()) {
                declareClasses(submitted);
                declareTopLevel(submitted);
                if (module.source().language() == Language.GO) {
                    folders.add(module.namespace());
                }
            } else {
                nameBySuffixes(withoutExtension(path), submitted);
            }
        }
    }

    SubmittedModule at(Module module) {
        return Objects.requireNonNull(byPath.get(module.source().path()));
    }

    List<SubmittedModule> modules() {
        return List.copyOf(byPath.values());
    }

    /** The module of a dotted name, where exactly one file can be meant. */
    Optional<SubmittedModule> module(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The module at a path without its extension, as JavaScript imports it. */
    Optional<SubmittedModule> atPath(String path) {
        for (String ending : List.of("", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", "/index.ts", "/index.js")) {
            SubmittedModule module = byPath.get(path + ending);
            if (module != null) {
                return Optional.of(module);
            }
        }
        return Optional.empty();
    }

    /** A class by its qualified name. */
    Optional<SubmittedClass> classNamed(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** Makes a class known, or gives the one already known for the same code. */
    SubmittedClass declare(SubmittedClass submitted) {
        SubmittedClass known = byDefinition.putIfAbsent(submitted.definition(), submitted);
        if (known != null) {
            return known;
        }
        SubmittedClass first = classes.get(submitted.name());
        boolean main = first == null || first.definition().fields().isEmpty();
        if (main) {
            classes.put(submitted.name(), submitted);
        }
        if (first != null) {
            furtherParts
                    .computeIfAbsent(submitted.name(), name -> new ArrayList<>())
                    .add(main ? first : submitted);
        }
        bySimpleName
                .computeIfAbsent(submitted.definition().name(), name -> new ArrayList<>())
                .add(submitted);
        if (!submitted.definition().isAbstract()) {
            for (Expression supertype : submitted.definition().supertypes()) {
                bySupertype
                        .computeIfAbsent(Calls.lastName(supertype), name -> new ArrayList<>())
                        .add(submitted);
            }
        }
        return submitted;
    }

    /** The class that was made known for a definition. */
    Optional<SubmittedClass> of(ClassDefinition definition) {
        return Optional.ofNullable(byDefinition.get(definition));
    }

    /** Other places that add methods to the class. */
    List<SubmittedClass> furtherParts(SubmittedClass submitted) {
        return furtherParts.getOrDefault(submitted.name(), List.of());
    }

    /** The class of this simple name, where there is but one. */
    Optional<SubmittedClass> onlyClassOf(String simpleName) {
        List<SubmittedClass> all = bySimpleName.getOrDefault(simpleName, List.of());
        return all.stream().map(SubmittedClass::name).distinct().count() == 1
                ? classNamed(all.getFirst().name())
                : Optional.empty();
    }

    /** The module that has a function or variable of this qualified name at its top level. */
    Optional<SubmittedModule> topLevel(String name) {
        return Optional.ofNullable(topLevelNames.get(name));
    }

    /** The folder of the submission that an import path leads to. */
    Optional<String> folder(String importPath) {
        return folders.find(importPath);
    }

    /** Classes that name one of this name among their supertypes, and that objects can be made of; in Go, those that fit. */
    List<SubmittedClass> subclasses(SubmittedClass submitted) {
        List<SubmittedClass> named =
                bySupertype.getOrDefault(submitted.definition().name(), List.of());
        return named.isEmpty() && folders.areUsed() && submitted.definition().isAbstract()
                ? fitting.computeIfAbsent(submitted, this::findFitting)
                : named;
    }

    private List<SubmittedClass> findFitting(SubmittedClass wanted) {
        List<String> names =
                wanted.definition().methods().stream().map(Function::name).toList();
        return names.isEmpty()
                ? List.of()
                : classes.values().stream()
                        .filter(submitted -> !submitted.definition().isAbstract())
                        .filter(submitted -> names.stream()
                                .allMatch(name -> submitted.method(name, -1).isPresent()))
                        .limit(MAX_FITTING)
                        .toList();
    }

    private void declareClasses(SubmittedModule module) {
        for (Statement statement : module.module().body()) {
            if (statement instanceof Statement.DefineClass define) {
                String prefix = module.module().namespace().isEmpty()
                        ? ""
                        : module.module().namespace() + ".";
                declareClass(module, prefix, define.definition());
            }
        }
    }

    private void declareClass(SubmittedModule module, String prefix, ClassDefinition definition) {
        String name = prefix + definition.name();
        SubmittedClass submitted = declare(new SubmittedClass(definition, name, module.scope()));
        module.classes().putIfAbsent(definition.name(), submitted);
        definition.nested().forEach(nested -> declareClass(module, name + ".", nested));
    }

    private void declareTopLevel(SubmittedModule module) {
        String namespace = module.module().namespace();
        String prefix = namespace.isEmpty() ? "" : namespace + ".";
        for (Statement statement : module.module().body()) {
            switch (statement) {
                case Statement.Define define ->
                    topLevelNames.putIfAbsent(prefix + define.function().name(), module);
                case Statement.Declare declare ->
                    topLevelNames.putIfAbsent(prefix + declare.name().name(), module);
                default -> {}
            }
        }
    }

    private void nameBySuffixes(String path, SubmittedModule module) {
        String dotted = path.replace('/', '.');
        while (true) {
            if (ambiguous.contains(dotted)) {
                byName.remove(dotted);
            } else if (byName.put(dotted, module) != null) {
                ambiguous.add(dotted);
                byName.remove(dotted);
            }
            int dot = dotted.indexOf('.');
            if (dot < 0) {
                return;
            }
            dotted = dotted.substring(dot + 1);
        }
    }

    private static String moduleName(Module module) {
        return withoutExtension(module.source().path()).replace('/', '.');
    }

    private static String withoutExtension(String path) {
        String shorter = path.substring(0, Math.max(path.lastIndexOf('.'), 0));
        return shorter.endsWith("/__init__") ? shorter.substring(0, shorter.length() - "/__init__".length()) : shorter;
    }
}
