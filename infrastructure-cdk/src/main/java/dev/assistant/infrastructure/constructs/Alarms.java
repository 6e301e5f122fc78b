package dev.assistant.infrastructure.constructs;

import static dev.assistant.infrastructure.constructs.Figures.expression;
import static dev.assistant.infrastructure.constructs.Figures.own;

import dev.assistant.infrastructure.settings.Settings;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * The alerts of SPEC section 8, and those for work that is stuck and money that runs. Each description names the section of the
 * runbook that says what to do. An alarm costs 0.10 a month, the topic's key 1.
 */
public final class Alarms extends Construct {
    private final Topic topic;

    public Alarms(Construct scope, Settings settings, Watched watched) {
        super(scope, "Alarms");
        this.topic = topic(settings);
        RoutedApi api = watched.api();
        alarm("slow-api", "The API's p95 is over 500 ms", api.metric("Latency", "p95"), 500, 5);
        alarm("api-errors", "Over 1 % of requests fail", errorPercent(api), 1, 5);
        alarm(
                "database-connections",
                "Over 80 % of the database's connections are taken",
                own("db_connections_percent", "Maximum"),
                80,
                3);
        alarm("worker-disk", "A worker's disk is over 85 % full", own("disk_usage_percent", "Maximum"), 85, 3);
        alarm("failed-logins", "Over 10 sign-ins a minute fail", own("failed_logins_total", "Sum"), 10, 1);
        alarm(
                "waiting-jobs",
                "A job has waited for a worker for over five minutes",
                own("oldest_waiting_job_seconds", "Maximum"),
                300,
                3);
        alarm(
                "model-spend",
                "Models cost more today than the stage's limit",
                own("model_cost_usd_today", "Maximum"),
                settings.operations().modelUsdPerDay(),
                1);
        watched.failures()
                .forEach(queue -> alarm(
                        queue.name(),
                        "Something could not be done: messages in " + queue.name(),
                        queue.metric("ApproximateNumberOfMessagesVisible"),
                        0,
                        1));
    }

    private Topic topic(Settings settings) {
        Key key = Key.Builder.create(this, "Key")
                .description("Encrypts alarms on their way")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        key.grantEncryptDecrypt(new ServicePrincipal("cloudwatch.amazonaws.com"));
        Topic topic = Topic.Builder.create(this, "Topic")
                .displayName("Development Assistant " + settings.stage())
                .masterKey(key)
                .enforceSsl(true)
                .build();
        settings.accounts().alarmMail().ifPresent(mail -> topic.addSubscription(new EmailSubscription(mail)));
        return topic;
    }

    private static IMetric errorPercent(RoutedApi api) {
        return expression(
                "percent of requests that fail",
                "IF(requests > 0, 100 * errors / requests, 0)",
                Map.of("errors", api.metric("5XXError", "Sum"), "requests", api.metric("Count", "Sum")));
    }

    /** @param minutes how long it lasts before somebody is told */
    private void alarm(String name, String description, IMetric metric, double threshold, int minutes) {
        Alarm alarm = Alarm.Builder.create(this, name)
                .alarmDescription("%s. Runbook: %s.".formatted(description, name))
                .metric(metric)
                .threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(minutes)
                .datapointsToAlarm(minutes)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
        alarm.addAlarmAction(new SnsAction(topic));
        alarm.addOkAction(new SnsAction(topic));
    }
}
