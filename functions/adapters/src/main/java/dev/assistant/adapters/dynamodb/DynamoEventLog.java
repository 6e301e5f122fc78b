package dev.assistant.adapters.dynamodb;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.adapters.json.EventJson;
import dev.assistant.failure.Failure;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.progress.Sequenced;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The event log in DynamoDB: an item per event, and a head item under number 0 with the last number, the epoch of the last
 * writer and whether the history has ended. An append moves the head and puts the events in one transaction, so numbers
 * have no gap and no repeat, and a writer with an older epoch is refused. Thread-safe.
 */
public final class DynamoEventLog implements EventLog {
    private static final String DEPENDENCY = "event log";
    private static final int MOST_ATTEMPTS = 40;
    private static final AttributeValue HEAD = Attributes.number(0);

    private final DynamoDbClient client;
    private final String table;

    public DynamoEventLog(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public List<Sequenced> append(JobId job, long epoch, List<JobEvent> events, Instant now) {
        return AwsCalls.call(DEPENDENCY, () -> appendAfterOthers(job, epoch, events, now));
    }

    private List<Sequenced> appendAfterOthers(JobId job, long epoch, List<JobEvent> events, Instant now) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Head head = head(job);
            if (head.ended() || head.epoch() > epoch) {
                return List.of();
            }
            List<Sequenced> next = numbered(head.lastSeq(), events, now);
            if (areWritten(job, head, epoch, next)) {
                return next;
            }
            Backoff.pause(attempt);
        }
        throw new Failure.Unavailable(
                DEPENDENCY, Duration.ofSeconds(1), new IllegalStateException("too many writers at once"));
    }

    private static List<Sequenced> numbered(long last, List<JobEvent> events, Instant now) {
        List<Sequenced> numbered = new ArrayList<>();
        for (JobEvent event : events) {
            numbered.add(new Sequenced(last + numbered.size() + 1, event, now));
        }
        return numbered;
    }

    private Head head(JobId job) {
        Map<String, AttributeValue> item = client.getItem(
                        request -> request.tableName(table).key(key(job, HEAD)).consistentRead(true))
                .item();
        return item.isEmpty()
                ? new Head(0, 0, false)
                : new Head(
                        Attributes.number(item, "last_seq"),
                        Attributes.number(item, "epoch"),
                        Attributes.flag(item, "ended"));
    }

    /** Whether the events were written right after that head; false when another writer came first. */
    private boolean areWritten(JobId job, Head head, long epoch, List<Sequenced> next) {
        List<TransactWriteItem> items = new ArrayList<>();
        items.add(moveHead(job, head, epoch, next.getLast()));
        next.forEach(event -> items.add(put(job, event)));
        try {
            client.transactWriteItems(request -> request.transactItems(items));
            return true;
        } catch (TransactionCanceledException e) {
            return false;
        }
    }

    private TransactWriteItem moveHead(JobId job, Head head, long epoch, Sequenced next) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key(job, HEAD))
                        .updateExpression("SET last_seq = :next, epoch = :epoch, ended = :ended")
                        .conditionExpression("""
                                (attribute_not_exists(last_seq) AND :last = :zero)
                                OR (last_seq = :last AND epoch <= :epoch AND ended = :false)
                                """)
                        .expressionAttributeValues(Map.of(
                                ":last", Attributes.number(head.lastSeq()),
                                ":next", Attributes.number(next.seq()),
                                ":epoch", Attributes.number(epoch),
                                ":ended", Attributes.flag(next.event().isLast()),
                                ":zero", Attributes.number(0),
                                ":false", Attributes.flag(false))))
                .build();
    }

    private TransactWriteItem put(JobId job, Sequenced event) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(Map.of(
                                "job_id", Attributes.text(job.toString()),
                                "seq", Attributes.number(event.seq()),
                                "event", Attributes.text(EventJson.event(job, event)),
                                "created_at", Attributes.text(event.at().toString()))))
                .build();
    }

    @Override
    public void fence(JobId job, long epoch) {
        AwsCalls.call(DEPENDENCY, () -> {
            try {
                client.updateItem(update -> update.tableName(table)
                        .key(key(job, HEAD))
                        .updateExpression("""
                                SET epoch = :epoch,
                                    last_seq = if_not_exists(last_seq, :zero),
                                    ended = if_not_exists(ended, :false)
                                """)
                        .conditionExpression("attribute_not_exists(epoch) OR epoch < :epoch")
                        .expressionAttributeValues(Map.of(
                                ":epoch", Attributes.number(epoch),
                                ":zero", Attributes.number(0),
                                ":false", Attributes.flag(false))));
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false; // fenced at least as high
            }
        });
    }

    @Override
    public List<Sequenced> after(JobId job, long seq, int limit) {
        return AwsCalls.call(
                DEPENDENCY,
                () -> client
                        .queryPaginator(request -> request.tableName(table)
                                .keyConditionExpression("job_id = :job AND seq > :seq")
                                .expressionAttributeValues(Map.of(
                                        ":job",
                                        Attributes.text(job.toString()),
                                        ":seq",
                                        Attributes.number(Math.max(seq, 0)))) // the head is no event
                                .limit(limit)
                                .consistentRead(true))
                        .items()
                        .stream()
                        .limit(limit)
                        .map(item -> EventJson.toEvent(
                                Attributes.text(item, "event"), Instant.parse(Attributes.text(item, "created_at"))))
                        .toList());
    }

    @Override
    public boolean isOverAt(JobId job, long seq) {
        Head head = AwsCalls.call(DEPENDENCY, () -> head(job));
        return head.ended() && head.lastSeq() <= seq;
    }

    private static Map<String, AttributeValue> key(JobId job, AttributeValue seq) {
        return Map.of("job_id", Attributes.text(job.toString()), "seq", seq);
    }

    private record Head(long lastSeq, long epoch, boolean ended) {}
}
