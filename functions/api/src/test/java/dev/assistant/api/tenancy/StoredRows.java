package dev.assistant.api.tenancy;

import dev.assistant.api.harness.Surroundings;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.LocalClients;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Everything stored that names one of some ids, row by row, whatever the tables are called. */
final class StoredRows {
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public' order by 1";

    private StoredRows() {}

    /** Rows, items and objects as texts that are equal when nothing has changed. */
    static List<String> naming(Surroundings surroundings, Collection<String> ids) {
        TreeSet<String> rows = new TreeSet<>();
        addRows(surroundings, ids, rows);
        addItems(surroundings, ids, rows);
        addObjects(surroundings, ids, rows);
        return List.copyOf(rows);
    }

    private static void addRows(Surroundings surroundings, Collection<String> ids, Set<String> rows) {
        try (Connection connection = DriverManager.getConnection(
                        surroundings.database().url(),
                        surroundings.database().user(),
                        surroundings.database().password());
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                addRows(connection, tables.getString(1), ids, rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addRows(Connection connection, String table, Collection<String> ids, Set<String> rows)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select t::text from " + table
                + " t where exists (select 1 from unnest(?) id where strpos(t::text, id) > 0)")) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            ResultSet found = select.executeQuery();
            while (found.next()) {
                rows.add(table + " " + found.getString(1));
            }
        }
    }

    private static void addItems(Surroundings surroundings, Collection<String> ids, Set<String> rows) {
        try (DynamoDbClient client = LocalClients.dynamoDb(Engines.dynamoDb().endpoint())) {
            for (String key : List.of("TABLE_EVENTS", "TABLE_CONNECTIONS", "TABLE_LIMITS")) {
                client.scanPaginator(scan -> scan.tableName(surroundings.get(key))).items().stream()
                        .map(Object::toString)
                        .filter(item -> ids.stream().anyMatch(item::contains))
                        .forEach(item -> rows.add(key + " " + item));
            }
        }
    }

    private static void addObjects(Surroundings surroundings, Collection<String> ids, Set<String> rows) {
        try (S3Client client = LocalClients.s3(Engines.objects().endpoint())) {
            client.listObjectsV2Paginator(list -> list.bucket(surroundings.get("BUCKET_SOURCES"))).contents().stream()
                    .filter(object -> ids.stream().anyMatch(object.key()::contains))
                    .forEach(object -> rows.add("object " + object.key() + " " + object.eTag() + " " + object.size()));
        }
    }
}
