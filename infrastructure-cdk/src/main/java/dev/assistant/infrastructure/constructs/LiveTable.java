package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** A DynamoDB table, paid by the request, whose items expire by themselves. Encrypted with the service's own key. */
public final class LiveTable extends Construct implements Resource {
    private static final List<String> READ = List.of("dynamodb:GetItem", "dynamodb:Query");
    private static final List<String> CHANGE =
            List.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem");

    private final TableSchema schema;
    private final TableV2 table;

    private LiveTable(Construct scope, TableSchema schema, boolean keepsData) {
        super(scope, words(schema.name()) + "Table");
        this.schema = schema;
        TableV2.Builder builder = TableV2.Builder.create(this, "Table")
                .partitionKey(attribute(schema.partition()))
                .timeToLiveAttribute(TableSchema.EXPIRY)
                .billing(Billing.onDemand())
                .globalSecondaryIndexes(
                        schema.indexes().stream().map(LiveTable::index).toList())
                .deletionProtection(keepsData)
                .removalPolicy(keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
        schema.sort().ifPresent(sort -> builder.sortKey(attribute(sort)));
        this.table = builder.build();
    }

    /** The tables of live progress and of limits, by the catalogue's names. */
    public static Resources all(Construct scope, boolean keepsData) {
        Resources tables = Resources.none();
        for (TableSchema schema :
                List.of(TableSchema.CONNECTIONS, TableSchema.EVENTS, TableSchema.LIMITS, TableSchema.SIGN_INS)) {
            tables = tables.with("tables." + schema.name(), new LiveTable(scope, schema, keepsData));
        }
        return tables;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("TABLE_" + schema.name().toUpperCase(Locale.ROOT).replace('-', '_'), table.getTableName());
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        return switch (access) {
            case PROBE -> List.of(allowHere(List.of("dynamodb:DescribeTable")));
            case READ -> reading();
            case WRITE -> and(reading(), allowHere(CHANGE));
            case ERASE, SEND, CONSUME, VERIFY, SIGN, SEAL, OPEN, INVOKE, USE ->
                throw new IllegalArgumentException("no table allows " + access);
        };
    }

    private List<PolicyStatement> reading() {
        PolicyStatement table = allowHere(READ);
        return schema.indexes().isEmpty()
                ? List.of(table)
                : List.of(
                        table,
                        Permissions.allow(List.of("dynamodb:Query"), List.of(this.table.getTableArn() + "/index/*")));
    }

    private PolicyStatement allowHere(List<String> actions) {
        return Permissions.allow(actions, List.of(table.getTableArn()));
    }

    private static List<PolicyStatement> and(List<PolicyStatement> some, PolicyStatement another) {
        List<PolicyStatement> all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    private static Attribute attribute(TableSchema.Key key) {
        return Attribute.builder()
                .name(key.name())
                .type(key.isNumber() ? AttributeType.NUMBER : AttributeType.STRING)
                .build();
    }

    private static GlobalSecondaryIndexPropsV2 index(TableSchema.Index index) {
        return GlobalSecondaryIndexPropsV2.builder()
                .indexName(index.name())
                .partitionKey(attribute(index.partition()))
                .build();
    }

    /** {@code sign-ins} → {@code SignIns}. */
    private static String words(String name) {
        return Arrays.stream(name.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
