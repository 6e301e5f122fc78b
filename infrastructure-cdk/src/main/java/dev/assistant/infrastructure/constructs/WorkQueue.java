package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** A queue that carries ids, never code; encrypted, and refusing plain HTTP. */
public final class WorkQueue extends Construct implements Resource {
    private static final List<String> CONSUME =
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes");

    private final String name;
    private final Queue queue;
    private final Optional<WorkQueue> failures;

    private WorkQueue(Construct scope, String name, Queue.Builder queue, Optional<WorkQueue> failures) {
        super(scope, name);
        this.name = name;
        this.queue = queue.build();
        this.failures = failures;
    }

    /**
     * @param name the catalogue's
     * @param visibility how long a message is hidden from others once somebody has it
     * @param retention when messages that nobody takes are dropped
     */
    public static WorkQueue of(Construct scope, String name, Duration visibility, Duration retention) {
        return new WorkQueue(scope, name, settings(scope, name, visibility, retention), Optional.empty());
    }

    /** A queue whose messages move to another one after they failed as often as allowed. */
    public static WorkQueue of(
            Construct scope,
            String name,
            Duration visibility,
            Duration retention,
            int attempts,
            WorkQueue deadLetters) {
        return new WorkQueue(
                scope,
                name,
                settings(scope, name, visibility, retention)
                        .deadLetterQueue(DeadLetterQueue.builder()
                                .queue(deadLetters.queue)
                                .maxReceiveCount(attempts)
                                .build()),
                Optional.of(deadLetters));
    }

    /** A queue that sets aside what failed as often as allowed: an alarm tells, and whoever looks finds the messages there. */
    public static WorkQueue settingAside(
            Construct scope, String name, Duration visibility, Duration retention, int attempts) {
        return of(scope, name, visibility, retention, attempts, of(scope, name + "-failures", visibility, retention));
    }

    /** Where messages that failed as often as allowed go; empty when this is where. */
    public Optional<WorkQueue> failures() {
        return failures;
    }

    public String name() {
        return name;
    }

    /** One of the queue's own metrics, by the minute. */
    IMetric metric(String metric) {
        return queue.metric(
                metric,
                MetricOptions.builder()
                        .statistic("Maximum")
                        .period(Duration.minutes(1))
                        .label(name)
                        .build());
    }

    public Queue queue() {
        return queue;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("QUEUE_%s_URL".formatted(name.toUpperCase(Locale.ROOT).replace('-', '_')), queue.getQueueUrl());
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        List<String> actions = switch (access) {
            case PROBE -> List.of("sqs:GetQueueAttributes");
            case SEND -> List.of("sqs:SendMessage");
            case CONSUME -> CONSUME;
            case WRITE ->
                Stream.concat(CONSUME.stream(), Stream.of("sqs:SendMessage")).toList();
            case READ, ERASE, VERIFY, SIGN, SEAL, OPEN, INVOKE, USE ->
                throw new IllegalArgumentException("no queue allows " + access);
        };
        return List.of(Permissions.allow(actions, List.of(queue.getQueueArn())));
    }

    private static Queue.Builder settings(Construct scope, String name, Duration visibility, Duration retention) {
        return Queue.Builder.create(scope, name + "-queue")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .visibilityTimeout(visibility)
                .retentionPeriod(retention);
    }
}
