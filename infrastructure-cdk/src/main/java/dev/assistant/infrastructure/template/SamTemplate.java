package dev.assistant.infrastructure.template;

import dev.assistant.infrastructure.catalogue.Catalogue;
import dev.assistant.infrastructure.catalogue.CatalogueFunction;
import dev.assistant.infrastructure.contract.Contract;
import dev.assistant.infrastructure.contract.Fields;
import dev.assistant.infrastructure.contract.RoutingDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The routed functions and the REST API as {@code sam local} understands them. No WebSocket, which it cannot run and whose
 * routes make it stop (aws-sam-cli issue 2610), and none of what SAM has no words for: those are the CDK app's.
 */
public final class SamTemplate {
    private static final String HEADER = """
            # Generated from infrastructure-cdk/src/main/resources/catalogue.yaml and functions/api/src/main/resources/openapi.yaml:
            #   mvn -q -pl infrastructure-cdk compile exec:exec@template
            # Do not edit: a test compares it. For `sam local start-api` after `mvn package`; deployments use the CDK app.
            """;

    private static final List<String> EVERYWHERE = List.of(
            "PUBLIC_ORIGIN",
            "ALLOWED_ORIGINS",
            "REQUIRE_VERIFIED_EMAIL",
            "BUILD_VERSION",
            "BUILD_COMMIT",
            "AWS_ENDPOINT_URL_DYNAMODB",
            "AWS_ENDPOINT_URL_LAMBDA",
            "AWS_ENDPOINT_URL_S3",
            "AWS_ENDPOINT_URL_SQS");

    private final Catalogue catalogue;
    private final Contract contract;
    private final LocalValues values;

    public SamTemplate(Catalogue catalogue, Contract contract, LocalValues values) {
        this.catalogue = catalogue;
        this.contract = contract;
        this.values = values;
    }

    /** The whole file. */
    public String text() {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        template.put("Transform", "AWS::Serverless-2016-10-31");
        template.put("Description", "Development Assistant: the REST API for sam local");
        template.put("Parameters", parameters());
        template.put("Globals", Map.of("Function", globals()));
        template.put("Resources", resources());
        return HEADER + yaml().writeValueAsString(template);
    }

    private Map<String, Object> parameters() {
        TreeSet<String> keys = new TreeSet<>(EVERYWHERE);
        catalogue.routed().forEach(function -> keys.addAll(keys(function)));
        Map<String, Object> parameters = new LinkedHashMap<>();
        keys.forEach(key -> parameters.put(parameter(key), Fields.of("Type", "String", "Default", values.of(key))));
        return parameters;
    }

    private Map<String, Object> globals() {
        return Fields.of(
                "Runtime", "java25",
                "Handler", catalogue.handler(),
                "Environment", environment(EVERYWHERE.stream(), Map.of()));
    }

    private Map<String, Object> resources() {
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put(
                "Api",
                Fields.of(
                        "Type",
                        "AWS::Serverless::Api",
                        "Properties",
                        Fields.of(
                                "StageName",
                                "live",
                                "DefinitionBody",
                                new RoutingDocument(contract, catalogue, SamTemplate::integrationUri).body())));
        catalogue.routed().forEach(function -> resources.put(function.logicalId(), resource(function)));
        return resources;
    }

    private Map<String, Object> resource(CatalogueFunction function) {
        Map<String, Object> own = Fields.of(
                "MAIN_CLASS", function.artefact().mainClass(), "SPRING_CLOUD_FUNCTION_DEFINITION", function.bean());
        return Fields.of(
                "Type",
                "AWS::Serverless::Function",
                "Properties",
                Fields.of(
                        "CodeUri", function.artefact().code(),
                        "MemorySize", function.memory(),
                        "Timeout", function.timeout().toSeconds(),
                        "Environment", environment(keys(function).stream(), own)));
    }

    private List<String> keys(CatalogueFunction function) {
        return function.touches().stream()
                .flatMap(touch -> touch.environmentKeys().stream())
                .flatMap(key -> values.localNames(key).stream())
                .toList();
    }

    private static Map<String, Object> environment(Stream<String> keys, Map<String, Object> more) {
        Map<String, Object> variables = new LinkedHashMap<>(more);
        keys.forEach(key -> variables.put(key, Map.of("Ref", parameter(key))));
        return Map.of("Variables", variables);
    }

    private static Object integrationUri(CatalogueFunction function) {
        return Map.of(
                "Fn::Sub",
                "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${%s.Arn}/invocations"
                        .formatted(function.logicalId()));
    }

    /** {@code TABLE_EVENTS} → {@code TableEvents}; parameter names have no underscore. */
    private static String parameter(String key) {
        StringBuilder name = new StringBuilder();
        for (String word : key.split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private static YAMLMapper yaml() {
        return YAMLMapper.builder(YAMLFactory.builder()
                        .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                        .disable(YAMLWriteFeature.SPLIT_LINES)
                        .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                        .build())
                .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }
}
