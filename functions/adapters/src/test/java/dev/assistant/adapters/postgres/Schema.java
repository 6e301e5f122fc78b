package dev.assistant.adapters.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a database's tables accept, as its catalogue tells.
 *
 * @param columns by {@code table.column}
 * @param rules checks, references and unique indexes
 */
record Schema(Map<String, Column> columns, Set<Rule> rules) {
    private static final String COLUMNS = """
            select table_name || '.' || column_name as name, udt_name, coalesce(character_maximum_length, 0) as length,
                is_nullable = 'NO' and column_default is null and is_identity = 'NO' and is_generated = 'NEVER' as mandatory
            from information_schema.columns
            where table_schema = 'public' and table_name <> 'flyway_schema_history'
            """;

    private static final String RULES = """
            select r.owner::regclass::text as owner, r.text,
                array(select r.owner::regclass::text || '.' || a.attname from pg_attribute a
                      where a.attrelid = r.owner and a.attnum = any(r.key)) as columns
            from (
                select conrelid as owner, pg_get_constraintdef(oid) as text, conkey as key
                from pg_constraint
                where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'x')
                union all
                select indrelid, pg_get_indexdef(indexrelid), indkey::int2[] from pg_index where indisunique) as r
            join pg_class t on t.oid = r.owner and t.relnamespace = 'public'::regnamespace and t.relname <> 'flyway_schema_history'
            """;

    static Schema of(Connection connection) throws SQLException {
        Map<String, Column> columns = new HashMap<>();
        try (ResultSet rows = connection.createStatement().executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.put(
                        rows.getString("name"),
                        new Column(rows.getString("udt_name"), rows.getInt("length"), rows.getBoolean("mandatory")));
            }
        }
        Set<Rule> rules = new HashSet<>();
        try (ResultSet rows = connection.createStatement().executeQuery(RULES)) {
            while (rows.next()) {
                Set<String> touched = Set.of((String[]) rows.getArray("columns").getArray());
                rules.add(new Rule(rows.getString("owner"), rows.getString("text"), touched));
            }
        }
        return new Schema(columns, rules);
    }

    /** Why code that was written for an earlier schema could fail on this one; empty when it can't. */
    List<String> breaks(Schema earlier) {
        List<String> reasons = new ArrayList<>();
        earlier.columns.forEach((name, before) -> {
            Column now = columns.get(name);
            if (now == null) {
                reasons.add(name + " is gone or renamed");
            } else if (!now.takesWhatever(before)) {
                reasons.add(name + " was " + before + " and is " + now);
            }
        });
        columns.forEach((name, now) -> {
            if (now.mandatory && !earlier.columns.containsKey(name) && earlier.knowsTableOf(name)) {
                reasons.add(name + " is new and has neither null nor a default");
            }
        });
        rules.stream()
                .filter(rule -> !earlier.rules.contains(rule))
                .filter(rule -> rule.columns.stream().anyMatch(earlier.columns::containsKey))
                .forEach(rule -> reasons.add(rule.owner + " has the new rule " + rule.text));
        return reasons;
    }

    private boolean knowsTableOf(String column) {
        String table = column.substring(0, column.indexOf('.') + 1);
        return columns.keySet().stream().anyMatch(known -> known.startsWith(table));
    }

    /** @param length of text, at most; 0 is any */
    record Column(String type, int length, boolean mandatory) {
        boolean takesWhatever(Column earlier) {
            boolean isAsLong = length == 0 || (earlier.length != 0 && length >= earlier.length);
            return type.equals(earlier.type) && isAsLong && (earlier.mandatory || !mandatory);
        }
    }

    record Rule(String owner, String text, Set<String> columns) {}
}
