package dev.assistant.api;

import dev.assistant.adapters.aws.AwsClients;
import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.dynamodb.DynamoBelongings;
import dev.assistant.adapters.dynamodb.DynamoRateLimiter;
import dev.assistant.adapters.id.TimeOrderedIds;
import dev.assistant.adapters.kms.KmsTokenKeys;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.PostgresApiKeys;
import dev.assistant.adapters.postgres.PostgresClosedAccounts;
import dev.assistant.adapters.postgres.PostgresOutbox;
import dev.assistant.adapters.postgres.PostgresRetries;
import dev.assistant.adapters.postgres.PostgresReviews;
import dev.assistant.adapters.postgres.PostgresSessions;
import dev.assistant.adapters.postgres.PostgresUsers;
import dev.assistant.adapters.s3.S3Belongings;
import dev.assistant.adapters.s3.S3Sources;
import dev.assistant.adapters.s3.S3Uploads;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.adapters.sqs.SqsAccountMails;
import dev.assistant.adapters.sqs.SqsJobQueue;
import dev.assistant.adapters.sqs.SqsQueue;
import dev.assistant.adapters.token.FileTokenKeys;
import dev.assistant.adapters.token.NimbusAccessTokens;
import dev.assistant.adapters.token.TokenKeys;
import dev.assistant.adapters.token.TokenSettings;
import dev.assistant.api.http.Callers;
import dev.assistant.api.http.CountedRequests;
import dev.assistant.api.http.Edge;
import dev.assistant.api.http.Identification;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Operations;
import dev.assistant.api.http.Origins;
import dev.assistant.api.http.RequestLimits;
import dev.assistant.api.http.Routes;
import dev.assistant.erasure.EraseAccounts;
import dev.assistant.id.Ids;
import dev.assistant.identity.AccessTokens;
import dev.assistant.identity.AccountMails;
import dev.assistant.identity.AddressPolicy;
import dev.assistant.identity.AllowExecution;
import dev.assistant.identity.TrustedEdge;
import dev.assistant.identity.TrustedOrigins;
import dev.assistant.identity.VerifyAccess;
import dev.assistant.identity.VerifyApiKey;
import dev.assistant.limit.RateLimiter;
import dev.assistant.review.UploadStore;
import dev.assistant.workflow.EnqueueJob;
import dev.assistant.workflow.JobQueue;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What the functions are made of. A process is one function, so a method builds what its function needs and nothing else; a
 * setting that is missing stops it by name.
 */
abstract class Wiring {
    /** A function serves one request at a time; the second connection is for what a request leaves to run beside it. */
    private static final int CONNECTIONS = 2;

    final Environment environment;
    final AwsClients aws;
    final Origins origins;
    /** Milliseconds: what every store and every wire format keeps. */
    final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    final Ids ids = new TimeOrderedIds(clock);

    Wiring(Environment environment) {
        this.environment = environment;
        this.aws = new AwsClients(AwsSettings.from(environment));
        this.origins = new Origins(TrustedOrigins.of(
                environment.required("PUBLIC_ORIGIN"),
                environment.optional("ALLOWED_ORIGINS").orElse("")));
    }

    PostgresReviews postgresReviews(Database database) {
        return new PostgresReviews(database, sources());
    }

    PostgresRetries postgresRetries(Database database) {
        return new PostgresRetries(database, sources());
    }

    private S3Sources sources() {
        return new S3Sources(aws.s3(), environment.required("BUCKET_SOURCES"));
    }

    UploadStore uploadStore() {
        return new S3Uploads(aws.s3(), aws.s3Presigner(), environment.required("BUCKET_SOURCES"));
    }

    EnqueueJob enqueueJob(Database database) {
        JobQueue queue = new SqsJobQueue(new SqsQueue(aws.sqs(), environment.required("QUEUE_REVIEWS_URL")));
        return new EnqueueJob(queue, new PostgresOutbox(database));
    }

    EraseAccounts eraseAccounts(Database database) {
        return new EraseAccounts(
                new PostgresClosedAccounts(database),
                List.of(
                        new DynamoBelongings(
                                aws.dynamoDb(),
                                environment.required("TABLE_EVENTS"),
                                environment.required("TABLE_CONNECTIONS"),
                                clock),
                        new S3Belongings(aws.s3(), environment.required("BUCKET_SOURCES")),
                        new CountedRequests(limiter())));
    }

    Edge edge(String function, Identification callers, RateLimiter limiter, Operation... operations) {
        return new Edge(
                new Operations(Routes.ofContract(), function, List.of(operations)),
                callers,
                new RequestLimits(limiter, clock),
                origins,
                TrustedEdge.of(environment.optional("ORIGIN_KEY_1"), environment.optional("ORIGIN_KEY_2")));
    }

    Callers callers(Database database) {
        return callers(database, accessTokens(tokenKeys()));
    }

    Callers callers(Database database, AccessTokens accessTokens) {
        return new Callers(
                new VerifyAccess(accessTokens, new PostgresSessions(database), clock),
                new VerifyApiKey(new PostgresApiKeys(database), clock),
                new AllowExecution(new PostgresUsers(database), addressPolicy()),
                origins);
    }

    AddressPolicy addressPolicy() {
        return new AddressPolicy(environment.flag("REQUIRE_VERIFIED_EMAIL"));
    }

    AccessTokens accessTokens(TokenKeys keys) {
        return new NimbusAccessTokens(keys, TokenSettings.from(environment).issuer());
    }

    TokenKeys tokenKeys() {
        TokenSettings settings = TokenSettings.from(environment);
        return settings.keysFile()
                .<TokenKeys>map(FileTokenKeys::read)
                .orElseGet(() -> new KmsTokenKeys(aws.kms(), settings.keyIds()));
    }

    Database database() {
        return Database.open(DatabaseSettings.from(environment), CONNECTIONS);
    }

    AccountMails accountMails() {
        return new SqsAccountMails(new SqsQueue(aws.sqs(), environment.required("QUEUE_MAILS_URL")));
    }

    RateLimiter limiter() {
        return new DynamoRateLimiter(aws.dynamoDb(), environment.required("TABLE_LIMITS"));
    }
}
