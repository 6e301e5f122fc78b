package dev.assistant.runtime.document;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.codebase.outline.Outline;
import dev.assistant.runtime.codebase.outline.Usages;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Every name that some files have: identifiers of their syntax, their paths, and parts of those. Immutable. */
final class KnownNames {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");

    /** Words of languages that documentation may name though no code does. */
    private static final Set<String> OF_LANGUAGES = Set.of(
            "true",
            "false",
            "null",
            "nil",
            "undefined",
            "None",
            "True",
            "False",
            "self",
            "this",
            "super",
            "int",
            "float",
            "double",
            "str",
            "string",
            "String",
            "bool",
            "boolean",
            "void",
            "list",
            "dict",
            "tuple",
            "set",
            "object",
            "number",
            "any",
            "bytes",
            "char",
            "long",
            "byte");

    private final Set<String> names;
    private final Set<String> paths;
    private final Set<String> declared;

    private KnownNames(Set<String> names, Set<String> paths, Set<String> declared) {
        this.names = Set.copyOf(names);
        this.paths = Set.copyOf(paths);
        this.declared = declared;
    }

    static KnownNames in(List<SourceFile> files) {
        Set<String> names = new HashSet<>(OF_LANGUAGES);
        Set<String> paths = new HashSet<>();
        Set<String> declared = new TreeSet<>();
        for (SourceFile file : files) {
            paths.add(file.path());
            names.addAll(words(file.path()));
            Optional<Outline> outline = Outline.of(file);
            if (outline.isPresent()) {
                names.addAll(Usages.names(outline.get().tree()));
                outline.get().declarations().forEach(declaration -> {
                    names.add(declaration.name());
                    declared.add(declaration.qualifiedName());
                });
            } else {
                names.addAll(words(file.content()));
            }
        }
        return new KnownNames(names, paths, declared);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** Whether a file, or a folder of files, has the path or a path that ends with it. */
    boolean hasPath(String path) {
        String plain = path.replaceAll("^\\./|/$", "");
        return paths.stream()
                .anyMatch(known -> known.equals(plain) || known.endsWith("/" + plain) || known.startsWith(plain + "/"));
    }

    /** What the files declare, with what it belongs to, in alphabetical order. */
    Set<String> declared() {
        return declared;
    }
}
