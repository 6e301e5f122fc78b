package dev.assistant.realtime;

import dev.assistant.adapters.aws.AwsClients;
import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.dynamodb.DynamoConnections;
import dev.assistant.adapters.dynamodb.DynamoEventLog;
import dev.assistant.adapters.kms.KmsTokenKeys;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.PostgresJobs;
import dev.assistant.adapters.postgres.PostgresSessions;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.adapters.sqs.SqsQueue;
import dev.assistant.adapters.sqs.SqsReplayQueue;
import dev.assistant.adapters.token.FileTokenKeys;
import dev.assistant.adapters.token.NimbusAccessTokens;
import dev.assistant.adapters.token.TokenKeys;
import dev.assistant.adapters.token.TokenSettings;
import dev.assistant.adapters.websocket.ManagementApiSockets;
import dev.assistant.identity.AccessTokens;
import dev.assistant.identity.TrustedEdge;
import dev.assistant.identity.TrustedOrigins;
import dev.assistant.identity.VerifyAccess;
import dev.assistant.progress.Connections;
import dev.assistant.progress.CountedSockets;
import dev.assistant.progress.DeliverEvents;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.ReplayQueue;
import dev.assistant.progress.Sockets;
import dev.assistant.progress.WatchJob;
import java.time.Clock;
import java.time.ZoneOffset;

/** Puts each function together, with nothing that it does not need; a setting that is missing stops it by name. */
final class Wiring {
    private final Environment environment;
    private final AwsClients aws;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    Wiring(Environment environment) {
        this.environment = environment;
        this.aws = new AwsClients(AwsSettings.from(environment));
    }

    SocketFunction realtime() {
        Database database = Database.open(DatabaseSettings.from(environment), 1);
        Connections connections = new DynamoConnections(aws.dynamoDb(), environment.required("TABLE_CONNECTIONS"));
        ReplayQueue queue = new SqsReplayQueue(new SqsQueue(aws.sqs(), environment.required("QUEUE_REPLAY_URL")));
        TrustedOrigins origins = TrustedOrigins.of(
                environment.required("PUBLIC_ORIGIN"),
                environment.optional("ALLOWED_ORIGINS").orElse(""));
        return new SocketFunction(
                TrustedEdge.of(environment.optional("ORIGIN_KEY_1"), environment.optional("ORIGIN_KEY_2")),
                new VerifyAccess(accessTokens(), new PostgresSessions(database), clock),
                origins,
                new WatchJob(new PostgresJobs(database), connections, queue, clock),
                connections,
                System.out);
    }

    ReplayFunction replay() {
        var dynamoDb = aws.dynamoDb();
        EventLog log = new DynamoEventLog(dynamoDb, environment.required("TABLE_EVENTS"));
        Connections connections = new DynamoConnections(dynamoDb, environment.required("TABLE_CONNECTIONS"));
        Sockets sockets = new ManagementApiSockets(aws.managementApi(environment.uri("WEBSOCKET_MANAGEMENT_URL")));
        SentEvents sent = new SentEvents();
        Sockets counted = new CountedSockets(new PatientSockets(sockets), sent);
        return new ReplayFunction(new DeliverEvents(log, connections, counted, clock), sent, System.out);
    }

    private AccessTokens accessTokens() {
        TokenSettings settings = TokenSettings.from(environment);
        TokenKeys keys = settings.keysFile()
                .<TokenKeys>map(FileTokenKeys::read)
                .orElseGet(() -> new KmsTokenKeys(aws.kms(), settings.keyIds()));
        return new NimbusAccessTokens(keys, settings.issuer());
    }
}
