package dev.assistant.runtime.analysis.quality;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.rules.RuleLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Code to measure speed on: web services written here, each file using the next, for other languages the good examples of their
 * rules, or the files of a folder.
 */
final class SampleCode {
    /** Those whose data is followed from file to file. */
    static final List<Language> LANGUAGES =
            List.of(Language.PYTHON, Language.JAVASCRIPT, Language.TYPESCRIPT, Language.JAVA);

    /** Files that people write are seldom longer. */
    private static final int MAX_BYTES = 500_000;

    private SampleCode() {}

    /** So many files of a language. */
    static List<SourceFile> of(Language language, int files) {
        return LANGUAGES.contains(language) ? services(language, files) : examples(language, files);
    }

    private static List<SourceFile> examples(Language language, int files) {
        List<String> code = RuleLoader.load(language).stream()
                .flatMap(rule -> rule.examples().good().stream())
                .toList();
        return IntStream.range(0, code.isEmpty() ? 0 : files)
                .mapToObj(i -> new SourceFile(
                        "%s/example%d.%s"
                                .formatted(
                                        language.id(), i, language.extensions().getFirst()),
                        language,
                        code.get(i % code.size())))
                .toList();
    }

    private static List<SourceFile> services(Language language, int files) {
        String template = template(language);
        return IntStream.range(0, files)
                .mapToObj(i -> file(language, template, i, (i + 1) % files))
                .toList();
    }

    /** So many files of all languages. */
    static List<SourceFile> mixed(int files) {
        return LANGUAGES.stream()
                .flatMap(language -> of(language, (files + LANGUAGES.indexOf(language)) / LANGUAGES.size()).stream())
                .toList();
    }

    private static SourceFile file(Language language, String template, int number, int next) {
        String ending = language.extensions().getFirst();
        String path = language == Language.JAVA
                ? "java/shop/orders/Orders%d.java".formatted(number)
                : "%s/shop/orders%d.%s".formatted(language.id(), number, ending);
        String code = template.replace("{n}", Integer.toString(number)).replace("{next}", Integer.toString(next));
        return new SourceFile(path, language, code);
    }

    private static String template(Language language) {
        String name = "/analysis/speed/" + language.id() + ".txt";
        try (InputStream in = SampleCode.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no code of " + language.id() + " to measure on");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** At most so many files of a folder, of one language or all that the engine reads. */
    static List<SourceFile> in(Path folder, Optional<Language> only, int files) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(path -> read(folder, path, only).stream())
                    .limit(files)
                    .toList();
        }
    }

    private static Optional<SourceFile> read(Path folder, Path file, Optional<Language> only) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Optional<Language> language = Arrays.stream(Language.values())
                .filter(known -> only.map(known::equals).orElse(true))
                .filter(known -> known.extensions().contains(ending))
                .findFirst();
        try {
            if (language.isEmpty() || Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            String code = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            String path = folder.relativize(file).toString().replace('\\', '/');
            return Optional.of(new SourceFile(path, language.get(), code));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
