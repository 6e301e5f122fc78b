package dev.assistant.runtime.dataflow;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.syntax.ir.ClassDefinition;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
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
    private final Map<String, SubmittedModule> byPath = new LinkedHashMap<>();
    private final Map<String, SubmittedModule> byName = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Map<String, SubmittedClass> classes = new HashMap<>();
    private final Map<String, List<SubmittedClass>> bySupertype = new HashMap<>();

    Program(List<Module> modules) {
        for (Module module : modules) {
            String path = module.source().path();
            SubmittedModule submitted = new SubmittedModule(module, moduleName(module), byPath.size() + 1);
            byPath.put(path, submitted);
            if (module.source().language() == Language.JAVA) {
                declareClasses(submitted);
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
        SubmittedClass known = classes.get(submitted.name());
        if (known != null && known.equals(submitted)) {
            return known;
        }
        classes.put(submitted.name(), submitted);
        if (!submitted.definition().isAbstract()) {
            for (Expression supertype : submitted.definition().supertypes()) {
                bySupertype
                        .computeIfAbsent(Calls.lastName(supertype), name -> new ArrayList<>())
                        .add(submitted);
            }
        }
        return submitted;
    }

    /** Classes that name one of this name among their supertypes, and that objects can be made of. */
    List<SubmittedClass> subclasses(SubmittedClass submitted) {
        return bySupertype.getOrDefault(submitted.definition().name(), List.of());
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
