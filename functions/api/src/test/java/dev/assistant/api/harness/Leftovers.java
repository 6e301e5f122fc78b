package dev.assistant.api.harness;

import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.LocalClients;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Looks through all that is stored, whatever the tables and keys, for a text such as an id. */
public final class Leftovers {
    private Leftovers() {}

    /** Where the text occurs: tables of the database, items and objects. */
    public static List<String> of(Surroundings surroundings, String text) {
        List<String> places = new ArrayList<>();
        places.addAll(inDatabase(surroundings, text));
        places.addAll(inTables(surroundings, text));
        places.addAll(inBucket(surroundings, text));
        return places;
    }

    private static List<String> inDatabase(Surroundings surroundings, String text) {
        List<String> places = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                surroundings.database().url(),
                surroundings.database().user(),
                surroundings.database().password())) {
            for (String table : tables(connection)) {
                try (PreparedStatement count =
                        connection.prepareStatement("select 1 from " + table + " t where strpos(t::text, ?) > 0")) {
                    count.setString(1, text);
                    if (count.executeQuery().next()) {
                        places.add(table);
                    }
                }
            }
            return places;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection
                .createStatement()
                .executeQuery("select table_name from information_schema.tables where table_schema = 'public'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static List<String> inTables(Surroundings surroundings, String text) {
        List<String> places = new ArrayList<>();
        try (DynamoDbClient client = LocalClients.dynamoDb(Engines.dynamoDb().endpoint())) {
            for (String key : List.of("TABLE_EVENTS", "TABLE_CONNECTIONS", "TABLE_LIMITS")) {
                client.scanPaginator(scan -> scan.tableName(surroundings.get(key))).items().stream()
                        .filter(item -> item.toString().contains(text))
                        // What keeps a late worker from telling more: no content, and it expires.
                        .filter(item -> !item.containsKey("expires_at") || !item.containsKey("seq"))
                        .forEach(item -> places.add(key));
            }
        }
        return places;
    }

    private static List<String> inBucket(Surroundings surroundings, String text) {
        try (S3Client client = LocalClients.s3(Engines.objects().endpoint())) {
            return client
                    .listObjectsV2Paginator(list -> list.bucket(surroundings.get("BUCKET_SOURCES")))
                    .contents()
                    .stream()
                    .map(object -> object.key())
                    .filter(key -> key.contains(text))
                    .toList();
        }
    }
}
