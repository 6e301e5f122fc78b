package dev.assistant.runtime.codebase;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.codebase.index.CodeIndex;
import dev.assistant.runtime.codebase.outline.Declaration;
import dev.assistant.runtime.codebase.outline.Outline;
import dev.assistant.runtime.codebase.outline.Usage;
import dev.assistant.runtime.codebase.outline.Usages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where names are declared and used in an indexed repository, read from syntax trees: words in comments and strings are neither.
 * Names are matched, not types: two methods of one name in two classes are told apart only when the name is given with its type.
 * Thread-safe.
 */
public final class CodeBase {
    private static final int MOST_FILES = 200;
    private static final int MOST_CALLS = 12;
    private static final int MOST_CALLEES = 40;

    private final CodeIndex index;

    public CodeBase(CodeIndex index) {
        this.index = index;
    }

    /** Where a name is declared, by path and line. A name with dots must belong to what is before its last dot. */
    public List<Place> definitions(String name, int most) {
        SymbolName symbol = SymbolName.of(name);
        List<Place> exact = new ArrayList<>();
        List<Place> folded = new ArrayList<>();
        for (SourceFile file : index.declaring(symbol.last(), MOST_FILES)) {
            Outline.of(file)
                    .ifPresent(outline -> outline.declarations().stream()
                            .filter(symbol::fits)
                            .forEach(declaration -> (symbol.last().equals(declaration.name()) ? exact : folded)
                                    .add(place(outline, declaration))));
        }
        List<Place> found = exact.isEmpty() ? folded : exact;
        return found.subList(0, Math.min(most, found.size()));
    }

    /** Where a name is used, by path and line; in files in which it is declared, its declarations are left out. */
    public List<Place> usages(String name, int most) {
        String last = SymbolName.of(name).last();
        List<Place> found = new ArrayList<>();
        for (SourceFile file : index.naming(last, MOST_FILES)) {
            Optional<Outline> outline = Outline.of(file);
            if (outline.isPresent()) {
                for (Usage usage : Usages.of(last, outline.get())) {
                    found.add(place(outline.get(), usage, last));
                }
            }
            if (found.size() >= most) {
                return found.subList(0, most);
            }
        }
        return found;
    }

    /** What surrounds a line of a file; empty when there is no such file or line. */
    public Optional<CodeContext> context(String path, int line) {
        Optional<SourceFile> file = index.file(path).filter(found -> line <= Math.max(1, found.lines()));
        return file.map(known -> Outline.of(known)
                .map(outline -> context(known, outline, line))
                .orElseGet(() -> CodeContext.plain(known, line)));
    }

    private CodeContext context(SourceFile file, Outline outline, int line) {
        Optional<Declaration> around = outline.around(line);
        return new CodeContext(
                file,
                line,
                around.map(declaration -> place(outline, declaration)),
                imports(outline),
                siblings(outline, around),
                around.map(declaration -> callees(outline, declaration)).orElse(List.of()),
                around.map(declaration -> usages(declaration.name(), MOST_CALLS))
                        .orElse(List.of()));
    }

    private static List<String> imports(Outline outline) {
        return outline.tree().root().children().stream()
                .filter(node -> node.type().startsWith("import")
                        || node.is(
                                "use_declaration", "using_directive", "preproc_include", "namespace_use_declaration"))
                .map(node -> Place.shortened(node.text()))
                .toList();
    }

    /** What else stands in the same type, or at the top of the file. */
    private static List<Place> siblings(Outline outline, Optional<Declaration> around) {
        List<String> enclosing = around.map(Declaration::enclosing).orElse(List.of());
        return outline.declarations().stream()
                .filter(declaration -> declaration.enclosing().equals(enclosing))
                .filter(declaration -> around.filter(declaration::equals).isEmpty())
                .map(declaration -> place(outline, declaration))
                .toList();
    }

    /** Where the repository declares what is called within a declaration. */
    private List<Place> callees(Outline outline, Declaration declaration) {
        return Usages.called(outline, declaration.whole()).stream()
                .filter(name -> !name.equals(declaration.name()))
                .limit(MOST_CALLEES)
                .flatMap(name -> definitions(name, 2).stream())
                .limit(MOST_CALLS)
                .toList();
    }

    private static Place place(Outline outline, Declaration declaration) {
        Span whole = declaration.whole();
        return new Place(
                outline.source().path(),
                outline.source().line(declaration.named().start()),
                outline.source().line(Math.max(whole.start(), whole.end() - 1)),
                declaration.kind().id(),
                declaration.qualifiedName(),
                outline.signature(declaration, Place.LONGEST_TEXT));
    }

    private static Place place(Outline outline, Usage usage, String name) {
        int line = outline.source().line(usage.span().start());
        String within = outline.around(line).map(Declaration::qualifiedName).orElse(name);
        return new Place(outline.source().path(), line, line, usage.kind().id(), within, Place.line(outline, line));
    }

    /** A name as somebody asks for it: {@code price}, {@code Shop.price}, {@code Shop::price()}. */
    private record SymbolName(String owner, String last) {
        static SymbolName of(String name) {
            String plain = name.strip().replaceFirst("\\(.*\\)$", "").replaceAll("::|#|->", ".");
            int dot = plain.lastIndexOf('.');
            return new SymbolName(dot < 0 ? "" : plain.substring(0, dot), plain.substring(dot + 1));
        }

        boolean fits(Declaration declaration) {
            String enclosing = String.join(".", declaration.enclosing());
            return declaration.name().toLowerCase(Locale.ROOT).equals(last.toLowerCase(Locale.ROOT))
                    && (owner.isEmpty() || ("." + enclosing).endsWith("." + owner));
        }
    }
}
