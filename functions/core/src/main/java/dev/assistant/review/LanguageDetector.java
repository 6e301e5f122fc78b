package dev.assistant.review;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a file's language by its name, else by what its text looks like: each sign that is found adds its weight, and the
 * heaviest language wins. Deterministic, immutable. Looks at the beginning of a text only, with patterns that cannot
 * backtrack far (CWE-1333).
 */
public final class LanguageDetector {
    private static final int INSPECTED = 20_000;
    /** Below this a text is just text. */
    private static final int CERTAIN_ENOUGH = 2;

    /** Of signs that nothing but the language has; only these count where a name says that it is something else. */
    private static final int BEYOND_DOUBT = 10;

    /** Templates are pages with gaps. */
    private static final Set<String> TEMPLATES =
            Set.of("ejs", "erb", "hbs", "mustache", "njk", "twig", "jinja", "j2", "jsp", "cshtml", "ftl");

    private static final Map<String, Language> BY_EXTENSION = byExtension();

    private static final Map<String, Language> BY_NAME = Map.of(
            "dockerfile", Language.DOCKERFILE,
            "gemfile", Language.RUBY,
            "rakefile", Language.RUBY,
            "makefile", Language.TEXT,
            "license", Language.TEXT,
            "readme", Language.TEXT,
            "authors", Language.TEXT,
            "changelog", Language.TEXT);

    private static final List<Sign> SIGNS = List.of(
            sign(Language.PHP, 10, "<\\?php"),
            sign(Language.XML, 10, "\\A\\s*<\\?xml\\b"),
            sign(Language.HTML, 10, "(?i)\\A\\s*<!doctype html"),
            sign(Language.HTML, 3, "(?i)<(?:html|head|body|div|script|form|p|a)\\b"),
            sign(Language.XML, 2, "\\A\\s*<[A-Za-z][\\w:.-]*[\\s/>]"),
            sign(Language.SHELL, 10, "\\A#!.{0,80}\\b(?:ba|z|da)?sh\\b"),
            sign(Language.PYTHON, 10, "\\A#!.{0,80}\\bpython"),
            sign(Language.JAVASCRIPT, 10, "\\A#!.{0,80}\\bnode\\b"),
            sign(Language.RUBY, 10, "\\A#!.{0,80}\\bruby\\b"),
            sign(Language.PYTHON, 5, "(?m)^[ \\t]*(?:async )?def \\w+\\("),
            sign(Language.PYTHON, 3, "(?m)^[ \\t]*(?:from [\\w.]+ import |import [\\w., ]+$)"),
            sign(
                    Language.PYTHON,
                    2,
                    "(?m)^[ \\t]*(?:if|for|while|with|try|class|elif|except|else)\\b.{0,200}:[ \\t]*$"),
            sign(Language.PYTHON, 1, "\\bself\\.|\\bNone\\b|__name__|\\bprint\\("),
            sign(Language.GO, 6, "(?m)^package \\w+[ \\t]*$"),
            sign(Language.GO, 3, "\\bfunc (?:\\(\\w+ \\*?\\w+\\) )?\\w+\\(|:="),
            sign(Language.JAVA, 4, "(?m)^[ \\t]*(?:package|import(?: static)?) [\\w.]+(?:\\.\\*)?;"),
            sign(
                    Language.JAVA,
                    3,
                    "\\b(?:public|private|protected) (?:static |final ){0,2}(?:class|interface|record|enum|void|int|String)\\b"),
            sign(Language.JAVA, 3, "System\\.(?:out|err)\\.|\\bString\\[\\]"),
            sign(Language.CSHARP, 6, "(?m)^[ \\t]*using [\\w.]+;|\\bnamespace [\\w.]+|Console\\.Write"),
            sign(Language.KOTLIN, 4, "\\bfun (?:\\w+\\.)?\\w+\\("),
            sign(Language.KOTLIN, 3, "\\bval \\w+ ?[:=]"),
            sign(Language.SCALA, 4, "\\bobject \\w+|\\bdef \\w+[^\\n:]{0,100}: \\w+(?:\\[[^\\]\\n]{0,50}\\])? ="),
            sign(
                    Language.SWIFT,
                    5,
                    "(?m)^[ \\t]*import (?:Foundation|UIKit|SwiftUI)\\b|\\bguard let |\\bfunc \\w+\\([^)\\n]{0,100}\\) ->"),
            sign(Language.RUST, 5, "\\bfn \\w+|\\blet mut |\\bimpl\\b|println!\\("),
            sign(
                    Language.TYPESCRIPT,
                    5,
                    "\\binterface \\w+ ?\\{|\\btype \\w+ ?=|: ?(?:string|number|boolean|unknown|void)\\b"),
            sign(Language.TYPESCRIPT, 4, "\\bimport type\\b|\\breadonly \\w+\\??:"),
            sign(Language.JAVASCRIPT, 3, "\\b(?:const|let|var) [\\w{\\[]|=>|\\bfunction ?\\w*\\("),
            sign(Language.JAVASCRIPT, 3, "\\brequire\\(|\\bmodule\\.exports\\b|\\bdocument\\.|\\bconsole\\.\\w+\\("),
            sign(
                    Language.JAVASCRIPT,
                    3,
                    "(?m)^[ \\t]*(?:import .{0,200} from ['\"]|export (?:default|const|function) )"),
            sign(Language.CPP, 4, "\\bstd::|\\bcout ?<<|\\btemplate ?<|\\bclass \\w+"),
            sign(Language.C, 6, "(?m)^[ \\t]*#include ?[<\"]"),
            sign(Language.CPP, 5, "(?m)^[ \\t]*#include ?[<\"]\\w+(?:\\.hpp)?[>\"]"),
            sign(Language.RUBY, 4, "(?m)^[ \\t]*(?:require ['\"]|puts |attr_accessor |module \\w+[ \\t]*$)"),
            sign(Language.RUBY, 3, "(?m)^[ \\t]*end[ \\t]*$"),
            sign(
                    Language.SQL,
                    6,
                    "(?i)\\A\\s*(?:select\\b|insert into\\b|create table\\b|update \\w+ set\\b|delete from\\b|alter table\\b|with \\w+ as\\b)"),
            sign(Language.DOCKERFILE, 4, "(?m)^FROM [\\w./:${}-]+"),
            sign(Language.DOCKERFILE, 2, "(?m)^(?:RUN|COPY|ENTRYPOINT|CMD|WORKDIR) "),
            sign(Language.TERRAFORM, 6, "(?m)^(?:resource|data|variable|provider|module) \"[^\"\\n]{1,80}\""),
            sign(Language.CSS, 3, "(?m)^[.#]?[\\w-]+(?:[ ,:>.#][^{};\\n]{0,80})?\\{[^}]{0,500}:[^}]{0,200};"),
            sign(Language.MARKDOWN, 3, "(?m)^#{1,6} \\S|^```"),
            sign(Language.YAML, 2, "\\A---[ \\t]*$|(?m)^[\\w-]+:(?: \\S.{0,200})?$"),
            sign(Language.JSON, 6, "\\A\\s*(?:\\{\\s*\"|\\[\\s*[\\[{\"\\d])"));

    /** The language that the name tells, else the text, else plain text. */
    public Language detect(String path, String content) {
        int lightest = extension(path).isPresent() ? BEYOND_DOUBT : 1;
        return ofPath(path).orElseGet(() -> ofText(content, lightest));
    }

    /** The language that the name tells, else plain text. */
    static Language ofName(String path) {
        return ofPath(path).orElse(Language.TEXT);
    }

    private static Optional<Language> ofPath(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.startsWith("dockerfile.")) {
            return Optional.of(Language.DOCKERFILE);
        }
        return Optional.ofNullable(BY_NAME.get(name)).or(() -> extension(path).map(BY_EXTENSION::get));
    }

    private static Optional<String> extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(name.substring(dot + 1));
    }

    private static Language ofText(String content, int lightest) {
        String sample = content.length() > INSPECTED ? content.substring(0, INSPECTED) : content;
        Map<Language, Integer> weights = new EnumMap<>(Language.class);
        for (Sign sign : SIGNS) {
            if (sign.weight >= lightest && sign.pattern.matcher(sample).find()) {
                weights.merge(sign.language, sign.weight, Integer::sum);
            }
        }
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() >= CERTAIN_ENOUGH)
                .reduce((best, other) -> other.getValue() > best.getValue() ? other : best)
                .map(Map.Entry::getKey)
                .orElse(Language.TEXT);
    }

    private static Map<String, Language> byExtension() {
        Map<String, Language> languages = new HashMap<>();
        for (Language language : Language.values()) {
            language.extensions().forEach(extension -> languages.put(extension, language));
        }
        TEMPLATES.forEach(extension -> languages.put(extension, Language.HTML));
        return Map.copyOf(languages);
    }

    private static Sign sign(Language language, int weight, String pattern) {
        return new Sign(language, weight, Pattern.compile(pattern));
    }

    /** Something that a language's texts have. */
    private record Sign(Language language, int weight, Pattern pattern) {}
}
