package dev.assistant.runtime.analysis.syntax;

import dev.assistant.review.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.treesitter.TSLanguage;
import org.treesitter.TSParser;
import org.treesitter.TSSymbolType;
import org.treesitter.TreeSitterBash;
import org.treesitter.TreeSitterC;
import org.treesitter.TreeSitterCSharp;
import org.treesitter.TreeSitterCpp;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterKotlin;
import org.treesitter.TreeSitterPhp;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRuby;
import org.treesitter.TreeSitterRust;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/** A tree-sitter grammar with its names looked up once. Thread-safe; native code is loaded on first use. */
final class Grammar {
    private static final int ERROR_SYMBOL = 0xFFFF;

    private final TSLanguage language;
    private final String[] symbols;
    private final boolean[] named;
    private final String[] fields;

    private Grammar(TSLanguage language) {
        this.language = language;
        this.symbols = new String[language.symbolCount()];
        this.named = new boolean[symbols.length];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = language.symbolName(i).intern();
            named[i] = language.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
        }
        this.fields = new String[language.fieldCount() + 1];
        fields[0] = "";
        for (int i = 1; i < fields.length; i++) {
            fields[i] = language.fieldNameForId(i).intern();
        }
    }

    /** The grammar of a file; empty when there is none for its language. TypeScript with markup has a grammar of its own. */
    static Optional<Grammar> of(SourceText source) {
        return switch (source.language()) {
            case PYTHON -> Optional.of(Python.GRAMMAR);
            case JAVASCRIPT -> Optional.of(JavaScript.GRAMMAR);
            case TYPESCRIPT -> Optional.of(source.path().endsWith(".tsx") ? Tsx.GRAMMAR : TypeScript.GRAMMAR);
            case JAVA -> Optional.of(Java.GRAMMAR);
            case SHELL -> Optional.of(Bash.GRAMMAR);
            case C -> Optional.of(C.GRAMMAR);
            case CSHARP -> Optional.of(CSharp.GRAMMAR);
            case CPP -> Optional.of(Cpp.GRAMMAR);
            case GO -> Optional.of(Go.GRAMMAR);
            case KOTLIN -> Optional.of(Kotlin.GRAMMAR);
            case PHP -> Optional.of(Php.GRAMMAR);
            case RUBY -> Optional.of(Ruby.GRAMMAR);
            case RUST -> Optional.of(Rust.GRAMMAR);
            default -> Optional.empty();
        };
    }

    /** Whether files of the language can be parsed. */
    static boolean covers(Language language) {
        return switch (language) {
            case PYTHON, JAVASCRIPT, TYPESCRIPT, JAVA, GO, PHP, RUBY, CSHARP, KOTLIN, RUST, C, CPP, SHELL -> true;
            default -> false;
        };
    }

    /** The names of the files that the parser and the grammars are in; they tell the versions. */
    static List<String> artefacts() {
        return Stream.of(
                        TSParser.class,
                        TreeSitterBash.class,
                        TreeSitterC.class,
                        TreeSitterCSharp.class,
                        TreeSitterCpp.class,
                        TreeSitterGo.class,
                        TreeSitterJava.class,
                        TreeSitterJavascript.class,
                        TreeSitterKotlin.class,
                        TreeSitterPhp.class,
                        TreeSitterPython.class,
                        TreeSitterRuby.class,
                        TreeSitterRust.class,
                        TreeSitterTsx.class,
                        TreeSitterTypescript.class)
                .map(grammar -> grammar.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    TSLanguage language() {
        return language;
    }

    String symbol(int id) {
        return id == ERROR_SYMBOL ? "ERROR" : symbols[id];
    }

    boolean isNamed(int id) {
        return id == ERROR_SYMBOL || named[id];
    }

    String field(int id) {
        return fields[id];
    }

    private static final class Python {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterPython());
    }

    private static final class JavaScript {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterJavascript());
    }

    private static final class TypeScript {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterTypescript());
    }

    private static final class Tsx {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterTsx());
    }

    private static final class Java {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterJava());
    }

    private static final class Bash {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterBash());
    }

    private static final class C {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterC());
    }

    private static final class CSharp {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterCSharp());
    }

    private static final class Cpp {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterCpp());
    }

    private static final class Go {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterGo());
    }

    private static final class Kotlin {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterKotlin());
    }

    private static final class Php {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterPhp());
    }

    private static final class Ruby {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterRuby());
    }

    private static final class Rust {
        static final Grammar GRAMMAR = new Grammar(new TreeSitterRust());
    }
}
