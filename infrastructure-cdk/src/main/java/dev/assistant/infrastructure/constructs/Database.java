package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.Endpoint;
import software.amazon.awscdk.services.rds.IClusterEngine;
import software.amazon.awscdk.services.rds.IClusterInstance;
import software.amazon.awscdk.services.rds.ServerlessV2ClusterInstanceProps;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/**
 * PostgreSQL as Aurora Serverless v2, encrypted, reachable only from the private network by members of one security group. Who
 * may use it is decided there and by the password, not by IAM; so it grants no permissions.
 */
public final class Database extends Construct implements Resource {
    private static final String NAME = "assistant";

    private final DatabaseCluster cluster;
    private final boolean hasReaders;

    public Database(Construct scope, Settings settings, Network network) {
        super(scope, "Database");
        Settings.Database database = settings.database();
        this.hasReaders = database.readers() > 0;
        this.cluster = DatabaseCluster.Builder.create(this, "Cluster")
                .engine(postgres())
                .credentials(Credentials.fromGeneratedSecret(NAME))
                .defaultDatabaseName(NAME)
                .vpc(network.vpc())
                .vpcSubnets(network.databaseSubnets())
                .writer(ClusterInstance.serverlessV2("Writer"))
                .readers(readers(database.readers()))
                .serverlessV2MinCapacity(database.minCapacity())
                .serverlessV2MaxCapacity(database.maxCapacity())
                .backup(BackupProps.builder()
                        .retention(Duration.days(database.backupDays()))
                        .build())
                .storageEncrypted(true)
                // The server's log repeats no values: an error's details name people's addresses.
                .parameters(Map.of("log_error_verbosity", "terse"))
                .deletionProtection(settings.keepsData())
                .removalPolicy(settings.keepsData() ? RemovalPolicy.SNAPSHOT : RemovalPolicy.DESTROY)
                .build();
        cluster.getConnections()
                .allowFrom(network.databaseClients(), Port.tcp(5432), "functions and workers that touch the database");
    }

    /** One of the cluster's own metrics, by the minute. */
    IMetric metric(String name, String statistic) {
        return cluster.metric(
                name,
                MetricOptions.builder()
                        .statistic(statistic)
                        .period(Duration.minutes(1))
                        .build());
    }

    /** Where figures are read: the instances beside the writer where there are some, which are some milliseconds behind it. */
    public Resource reads() {
        String url = url(hasReaders ? cluster.getClusterReadEndpoint() : cluster.getClusterEndpoint());
        return new Reads(url);
    }

    private record Reads(String url) implements Resource {
        @Override
        public Map<String, String> environment() {
            return Map.of("DATABASE_READ_URL", url);
        }

        @Override
        public List<PolicyStatement> allow(Access access) {
            return List.of();
        }
    }

    private static String url(Endpoint endpoint) {
        return "jdbc:postgresql://%s:5432/%s?sslmode=require".formatted(endpoint.getHostname(), NAME);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("DATABASE_URL", url(cluster.getClusterEndpoint()), "DATABASE_USER", NAME);
    }

    @Override
    public Map<String, SecretField> secrets() {
        ISecret secret = Objects.requireNonNull(cluster.getSecret(), "a generated secret");
        return Map.of("DATABASE_PASSWORD", new SecretField(secret, "password"));
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        return List.of();
    }

    private static IClusterEngine postgres() {
        return DatabaseClusterEngine.auroraPostgres(AuroraPostgresClusterEngineProps.builder()
                .version(AuroraPostgresEngineVersion.VER_17_7)
                .build());
    }

    private static List<IClusterInstance> readers(int count) {
        ServerlessV2ClusterInstanceProps scalesWithWriter =
                ServerlessV2ClusterInstanceProps.builder().scaleWithWriter(true).build();
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> ClusterInstance.serverlessV2("Reader" + number, scalesWithWriter))
                .toList();
    }
}
