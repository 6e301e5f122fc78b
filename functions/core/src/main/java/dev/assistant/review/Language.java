package dev.assistant.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that submitted files can be in. The constant's name in lower case is its name in the API. */
public enum Language {
    PYTHON("Python", "py", "pyi"),
    JAVASCRIPT("JavaScript", "js", "jsx", "mjs", "cjs"),
    TYPESCRIPT("TypeScript", "ts", "tsx", "mts", "cts"),
    JAVA("Java", "java"),
    GO("Go", "go"),
    PHP("PHP", "php", "phtml"),
    RUBY("Ruby", "rb", "rake", "gemspec"),
    CSHARP("C#", "cs"),
    KOTLIN("Kotlin", "kt", "kts"),
    RUST("Rust", "rs"),
    C("C", "c", "h"),
    CPP("C++", "cpp", "cc", "cxx", "hpp", "hh"),
    SCALA("Scala", "scala", "sc"),
    SWIFT("Swift", "swift"),
    SHELL("Shell", "sh", "bash"),
    SQL("SQL", "sql"),
    HTML("HTML", "html", "htm", "vue"),
    CSS("CSS", "css", "scss", "less"),
    XML("XML", "xml", "xsd", "xsl"),
    JSON("JSON", "json"),
    YAML("YAML", "yaml", "yml"),
    TERRAFORM("Terraform", "tf"),
    DOCKERFILE("Dockerfile", "dockerfile"),
    MARKDOWN("Markdown", "md"),
    TEXT("Plain text", "txt");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> extensions;

    Language(String title, String... extensions) {
        this.title = title;
        this.extensions = List.of(extensions);
    }

    /** The name in the API, such as {@code python}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name as people write it. */
    public String title() {
        return title;
    }

    /** File name endings without the dot, the most usual first. */
    public List<String> extensions() {
        return extensions;
    }

    /** The language with this name in the API; empty when there is none. */
    public static Optional<Language> byId(String id) {
        for (Language language : values()) {
            if (language.id().equals(id)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
