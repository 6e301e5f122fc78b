package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The plugins of the pack, what each reads, and a harmless file that each is tried on when it starts. */
@SuppressWarnings("ImmutableEnumChecker") // maps made by Map.of and records of strings do not change
enum SonarPlugin {
    PYTHON("sonar-python-plugin", Map.of(Language.PYTHON, "py"), Language.PYTHON, "def add(a, b):\n    return a + b\n"),
    JAVA(
            "sonar-java-plugin",
            Map.of(Language.JAVA, "java"),
            Language.JAVA,
            "package sample;\n\nclass Sample {\n    int add(int a, int b) {\n        return a + b;\n    }\n}\n"),
    JAVASCRIPT(
            "sonar-javascript-plugin",
            Map.of(
                    Language.JAVASCRIPT, "js",
                    Language.TYPESCRIPT, "ts",
                    Language.CSS, "css",
                    Language.HTML, "web"),
            Language.TYPESCRIPT,
            "export function add(a: number, b: number): number {\n  return a + b;\n}\n"),
    PHP(
            "sonar-php-plugin",
            Map.of(Language.PHP, "php"),
            Language.PHP,
            "<?php\nfunction add($a, $b) {\n    return $a + $b;\n}\n"),
    HTML(
            "sonar-html-plugin",
            Map.of(Language.HTML, "web"),
            Language.HTML,
            "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Sample</title></head><body></body></html>\n"),
    GO(
            "sonar-go-plugin",
            Map.of(Language.GO, "go"),
            Language.GO,
            "package sample\n\nfunc add(a int, b int) int {\n\treturn a + b\n}\n"),
    XML("sonar-xml-plugin", Map.of(Language.XML, "xml"), Language.XML, "<sample/>\n"),
    /** Reads every file, whatever its language. */
    SECRETS("sonar-text-plugin", Map.of(), Language.TEXT, "Nothing to see here.\n");

    private final String artifact;
    private final Map<Language, String> languages;
    private final SourceFile sample;

    SonarPlugin(String artifact, Map<Language, String> languages, Language sampleLanguage, String sample) {
        this.artifact = artifact;
        this.languages = languages;
        this.sample = new SourceFile("Sample." + sampleLanguage.extensions().getFirst(), sampleLanguage, sample);
    }

    /** The name in messages and file names. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it looks at files of the language at all. */
    boolean reads(Language language) {
        return this == SECRETS || languages.containsKey(language);
    }

    /** The engine's key for the language of a file; empty when the plugin does not go by languages. */
    String languageKey(SourceFile file) {
        if (this == JAVASCRIPT && isVue(file)) {
            return "js";
        }
        return Optional.ofNullable(languages.get(file.language())).orElse("");
    }

    /** The engine's keys of the languages whose rules apply to such files. */
    Set<String> ruleLanguages(SourceFile file) {
        if (this == SECRETS) {
            return Set.of("secrets", "text");
        }
        String key = languageKey(file);
        return this == JAVASCRIPT && key.equals("web") ? Set.of("js") : Set.of(key);
    }

    /** The language that one of the engine's keys stands for; plain text for rules about any file. */
    Language language(String key) {
        return languages.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Language.TEXT);
    }

    /** Code without a flaw; a plugin that cannot read it does not work. */
    SourceFile sample() {
        return sample;
    }

    /** Whether it reads files from the disk instead of through the engine, and finds more in them. */
    boolean wantsFilesOnDisk() {
        return this == JAVASCRIPT;
    }

    /** The plugin's jar in the folder. */
    Path jar(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(artifact + "-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no " + artifact + " in " + folder + "."));
        } catch (IOException e) {
            throw new UncheckedIOException("The analysis plugins are not at " + folder + ".", e);
        }
    }

    /** The plugin's name and version, such as {@code sonar-xml-plugin 2.11.0.5671}; without what names a platform. */
    String version(Path folder) {
        String name = jar(folder).getFileName().toString();
        return artifact + " " + name.substring(artifact.length() + 1).replaceFirst("(-[a-z].*)?\\.jar$", "");
    }

    private static boolean isVue(SourceFile file) {
        return file.path().toLowerCase(Locale.ROOT).endsWith(".vue");
    }
}
