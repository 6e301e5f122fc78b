package dev.assistant.testkit.engine;

import dev.assistant.testkit.provider.StandInProvider;
import java.util.function.Consumer;

/**
 * One engine of each kind for all tests of a JVM, started by the first that asks and stopped with the JVM.
 *
 * <p>Tests share them, so each uses names of its own: a database, a job, a queue. Thread-safe.
 */
public final class Engines {

    /** The region in the shared engines' names. */
    public static final String REGION = "eu-central-1";

    private static final String SCHEMA = "schema";

    private static boolean schemaIsThere;

    private Engines() {}

    /** The shared PostgreSQL server; {@link PostgresEngine#createDatabase} gives a test a database of its own. */
    public static PostgresEngine postgres() {
        return Postgres.ENGINE;
    }

    /**
     * A database for one test, with the schema. It is a copy of one that was migrated once: far cheaper than migrating each.
     *
     * @param name lower-case letters, digits, underscore; that nobody else uses
     * @param migrate brings the schema into the database with a JDBC address; the same for all callers in a JVM
     * @return its JDBC address
     */
    public static String database(String name, Consumer<String> migrate) {
        synchronized (Engines.class) {
            if (!schemaIsThere) {
                migrate.accept(postgres().createDatabase(SCHEMA));
                schemaIsThere = true;
            }
        }
        return postgres().createDatabase(name, SCHEMA);
    }

    /** The shared DynamoDB, in memory and without tables; {@link Provision} makes them. */
    public static DynamoDbEngine dynamoDb() {
        return DynamoDb.ENGINE;
    }

    /** The shared SQS server, in memory and without queues. */
    public static QueueEngine queues() {
        return Queues.ENGINE;
    }

    /** The shared S3 server, without buckets. */
    public static ObjectStoreEngine objects() {
        return Objects.ENGINE;
    }

    /** The shared mail server. */
    public static MailEngine mails() {
        return Mails.ENGINE;
    }

    /** The shared stand-in for Google and GitHub. */
    public static StandInProvider identityProvider() {
        return Providers.ENGINE;
    }

    private static <T extends AutoCloseable> T untilExit(T engine) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                engine.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
        return engine;
    }

    private static final class Postgres {
        static final PostgresEngine ENGINE = untilExit(PostgresEngine.temporary());
    }

    private static final class DynamoDb {
        static final DynamoDbEngine ENGINE = untilExit(DynamoDbEngine.inMemory());
    }

    private static final class Queues {
        static final QueueEngine ENGINE = untilExit(QueueEngine.inMemory(REGION));
    }

    private static final class Objects {
        static final ObjectStoreEngine ENGINE = untilExit(ObjectStoreEngine.temporary());
    }

    private static final class Mails {
        static final MailEngine ENGINE = untilExit(MailEngine.start());
    }

    private static final class Providers {
        static final StandInProvider ENGINE = untilExit(StandInProvider.start(0));
    }
}
