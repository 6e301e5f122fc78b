package dev.assistant.adapters.postgres;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement that is put together from parts, since what is not asked for shall not be in it: an optional condition written
 * as {@code :x is null or …} keeps the planner from using an index. Parts are literals of this package and never hold values.
 * Not thread-safe.
 */
final class Statement {
    private final StringBuilder text;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    Statement(String begin) {
        this.text = new StringBuilder(begin);
    }

    /** The next lines. */
    Statement then(String lines) {
        text.append('\n').append(lines);
        return this;
    }

    /** Another statement, as a part of this one. */
    Statement then(Statement part) {
        values.putAll(part.values);
        return then(part.text());
    }

    Statement with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    String text() {
        return text.toString();
    }

    JdbcClient.StatementSpec on(JdbcClient sql) {
        return sql.sql(text()).params(values);
    }

    /** How the database would run it, as JSON. */
    JdbcClient.StatementSpec explained(JdbcClient sql) {
        return sql.sql("explain (analyze, format json) " + text()).params(values);
    }
}
