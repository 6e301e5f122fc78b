package dev.assistant.runtime.analysis.patterns;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses shapes: puts them where the language allows such code, and takes what was parsed out again. */
final class ShapeParser {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([A-Z][A-Z0-9_]*)\\b");
    private static final Pattern NAMED_REST = Pattern.compile("\\$\\.\\.\\.([A-Z][A-Z0-9_]*)");
    private static final Pattern REST_LINE = Pattern.compile("(?m)^(\\s*)\\.\\.\\.$");
    private static final Pattern REST_BETWEEN = Pattern.compile("(?<=[{;]\\s)\\.\\.\\.(?=\\s\\})");
    private static final Pattern REST = Pattern.compile("(?<![\\w.\"'])\\.\\.\\.(?![\\w.\"'])");

    private final SyntaxParser parser = new SyntaxParser(SyntaxParser.Limits.usual());
    private final Language language;

    ShapeParser(Language language) {
        this.language = language;
    }

    /** @throws IllegalArgumentException when the code is none of the language */
    Shape parse(String written) {
        if (written.startsWith("@")) {
            return new Shape(written.substring(1), parsed(""), List.of());
        }
        String code = code(written.strip());
        for (Place place : places()) {
            SyntaxTree tree = parsed(place.before() + code + place.after());
            Span span = new Span(place.before().length(), place.before().length() + code.length());
            Optional<List<Integer>> roots = roots(tree, span);
            if (roots.isPresent()) {
                return new Shape("", tree, roots.get());
            }
        }
        throw new IllegalArgumentException("not " + language.title() + ": " + written);
    }

    private String code(String written) {
        String sign = language == Language.PHP ? "\\$" : "";
        String end = language == Language.CSHARP ? "();" : statementsEnd() ? ";" : "";
        String code = NAMED_REST.matcher(written).replaceAll(sign + Shape.REST + "$1");
        code = PLACEHOLDER.matcher(code).replaceAll(sign + Shape.HOLE + "$1");
        code = REST_LINE.matcher(code).replaceAll("$1" + sign + Shape.REST + end);
        code = REST_BETWEEN.matcher(code).replaceAll(sign + Shape.REST + end);
        return REST.matcher(code).replaceAll(sign + Shape.REST);
    }

    private boolean statementsEnd() {
        return switch (language) {
            case JAVA, CSHARP, C, CPP, RUST, PHP, JAVASCRIPT, TYPESCRIPT -> true;
            default -> false;
        };
    }

    /** Where a piece of code may stand, the simplest first. */
    private record Place(String before, String after) {}

    private List<Place> places() {
        return switch (language) {
            case JAVA ->
                List.of(
                        new Place("class A { void a() { ", " } }"),
                        new Place("class A { void a() { ", "; } }"),
                        new Place("class A { void a() { Object o = ", "; } }"),
                        new Place("class A { ", " }"),
                        new Place("", ""));
            case CSHARP ->
                List.of(
                        new Place("class A { void M() { ", " } }"),
                        new Place("class A { void M() { ", "; } }"),
                        new Place("class A { void M() { var o = ", "; } }"),
                        new Place("class A { ", " }"),
                        new Place("", ""));
            case C, CPP ->
                List.of(
                        new Place("void a() { ", " }"),
                        new Place("void a() { ", "; }"),
                        new Place("void a() { x = ", "; }"),
                        new Place("", ""));
            case GO ->
                List.of(
                        new Place("package a\nfunc a() {\n", "\n}"),
                        new Place("package a\nvar a = ", "\n"),
                        new Place("package a\n", "\n"));
            case RUST ->
                List.of(
                        new Place("fn a() { ", " }"),
                        new Place("fn a() { ", "; }"),
                        new Place("fn a() { let x = ", "; }"),
                        new Place("", ""));
            case PHP ->
                List.of(
                        new Place("<?php\n", ""),
                        new Place("<?php\n", ";"),
                        new Place("<?php\n$a = ", ";"),
                        new Place("<?php\nclass A { ", " }"));
            case KOTLIN ->
                List.of(new Place("fun a() {\n", "\n}"), new Place("val a = ", "\n"), new Place("class A {\n", "\n}"));
            case JAVASCRIPT, TYPESCRIPT ->
                List.of(
                        new Place("async function a() { ", " }"),
                        new Place("async function a() { ", "; }"),
                        new Place("a = ", ";"),
                        new Place("class A { ", " }"),
                        new Place("a = {", "}"),
                        new Place("", ""));
            case PYTHON -> List.of(new Place("", ""), new Place("a = ", ""), new Place("try:\n    pass\n", ""));
            default -> List.of(new Place("", ""), new Place("", "\n"), new Place("a = ", "\n"));
        };
    }

    private SyntaxTree parsed(String code) {
        try {
            return parser.parse(new SourceText(
                    new SourceFile("rule." + language.extensions().getFirst(), language, code)));
        } catch (SyntaxParser.NotParsed notParsed) {
            throw new IllegalStateException(notParsed);
        }
    }

    /** The nodes that cover just the code; empty when something in the tree is broken, or no nodes do. */
    private static Optional<List<Integer>> roots(SyntaxTree tree, Span span) {
        for (int i = 0; i < tree.size(); i++) {
            boolean missing = tree.span(i).start() == tree.span(i).end() && tree.firstChild(i) == SyntaxTree.NONE;
            if (tree.type(i).equals("ERROR")
                    || (missing && i > 0 && !tree.type(i).isBlank() && isRequired(tree, i))) {
                return Optional.empty();
            }
        }
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isNamed(i) && tree.span(i).equals(span)) {
                int root = innermost(tree, i);
                return Optional.of(isContainer(tree.type(root)) ? Shape.children(tree, root) : List.of(root));
            }
        }
        return row(tree, span);
    }

    /** Some grammars end lines and blocks with signs of no width. */
    private static boolean isRequired(SyntaxTree tree, int node) {
        return switch (tree.type(node)) {
            case "\n", "automatic_semicolon", "_automatic_semicolon", "_newline", "_dedent", "_indent", "source_file" ->
                false;
            default -> true;
        };
    }

    /** Whether a node only holds statements in a row. */
    private static boolean isContainer(String type) {
        return switch (type) {
            case "module",
                    "program",
                    "source_file",
                    "statements",
                    "statement_list",
                    "body_statement",
                    "declaration_list",
                    "translation_unit",
                    "compilation_unit" -> true;
            default -> false;
        };
    }

    /** Below statements that are nothing but an expression. */
    private static int innermost(SyntaxTree tree, int node) {
        int at = node;
        while (true) {
            int child = tree.firstChild(at);
            if (child == SyntaxTree.NONE
                    || !tree.isNamed(child)
                    || !tree.span(child).equals(tree.span(at))) {
                return at;
            }
            at = child;
        }
    }

    private static Optional<List<Integer>> row(SyntaxTree tree, Span span) {
        for (int i = 0; i < tree.size(); i++) {
            if (!tree.span(i).contains(span)) {
                continue;
            }
            List<Integer> row = new ArrayList<>();
            for (int child : Shape.children(tree, i)) {
                if (span.contains(tree.span(child))) {
                    row.add(child);
                }
            }
            if (row.size() > 1
                    && tree.span(row.getFirst()).start() == span.start()
                    && tree.span(row.getLast()).end() >= span.end() - 1) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
