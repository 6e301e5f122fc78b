package dev.assistant.adapters.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.namedparam.EmptySqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/**
 * The statements that a release runs, kept beside these tests in {@code releases/schema-<version>.sql}, so that later schemas can be
 * tried on them. To add those of a release: its jar of this module is the first argument, its newest migration's number the second,
 * the file to write the third. Statements that are put together from parts are not among them.
 */
final class ReleasedStatements {
    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(select|insert|update|delete|with)\\s[^%]*", Pattern.DOTALL);
    private static final String SEPARATOR = "\n;\n";

    private ReleasedStatements() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        List<String> statements;
        try (FileSystem jar = FileSystems.newFileSystem(
                URI.create("jar:" + Path.of(arguments[0]).toUri()), Map.of())) {
            statements = of(jar.getPath("/dev/assistant/adapters/postgres"));
        }
        try (Connection connection = connect(TestDatabase.of(Integer.parseInt(arguments[1])))) {
            List<String> whole = statements.stream()
                    .filter(text -> refusal(connection, text).isEmpty())
                    .toList();
            Files.writeString(Path.of(arguments[2]), String.join(SEPARATOR, whole));
            System.out.printf(
                    "%d statements, %d parts of statements left out%n", whole.size(), statements.size() - whole.size());
        }
    }

    /** What looks like a statement among the constants of a folder's classes, in the alphabet's order. */
    private static List<String> of(Path classes) throws IOException {
        try (Stream<Path> files = Files.list(classes)) {
            return List.copyOf(files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(ReleasedStatements::texts)
                    .filter(text -> STATEMENT.matcher(text).matches())
                    .map(String::strip)
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
        }
    }

    private static Stream<String> texts(Path file) {
        try {
            return StreamSupport.stream(
                            ClassFile.of()
                                    .parse(Files.readAllBytes(file))
                                    .constantPool()
                                    .spliterator(),
                            false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that were kept. */
    static List<String> read(Path file) throws IOException {
        return Arrays.asList(Files.readString(file).split(SEPARATOR));
    }

    static Connection connect(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    /** What the server says against a statement when it is to prepare it; empty when nothing. */
    static String refusal(Connection connection, String statement) {
        String positional = NamedParameterUtils.substituteNamedParameters(statement, new EmptySqlParameterSource());
        try (var prepared = connection.prepareStatement(positional)) {
            prepared.getParameterMetaData();
            return "";
        } catch (SQLException e) {
            return e.getMessage() + " in " + statement;
        }
    }
}
