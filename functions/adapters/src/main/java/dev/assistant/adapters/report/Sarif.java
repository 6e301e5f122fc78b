package dev.assistant.adapters.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The parts of SARIF 2.1.0 that are written, under the standard's names (OASIS, sarif-v2.1.0 section 3). */
final class Sarif {
    static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Sarif() {}

    record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

    record Run(
            Tool tool,
            AutomationDetails automationDetails,
            List<Invocation> invocations,
            Map<String, BaseFolder> originalUriBaseIds,
            List<Artifact> artifacts,
            List<ToolComponent> taxonomies,
            String columnKind,
            List<String> redactionTokens,
            List<Result> results,
            Map<String, Object> properties) {}

    record Tool(ToolComponent driver) {}

    record ToolComponent(
            String name,
            @Nullable String organization,
            @Nullable String informationUri,
            @Nullable Message shortDescription,
            @Nullable Boolean isComprehensive,
            @Nullable List<Descriptor> rules,
            @Nullable List<Descriptor> notifications,
            @Nullable List<Descriptor> taxa,
            @Nullable List<ComponentReference> supportedTaxonomies) {}

    record ComponentReference(String name, int index) {}

    record Descriptor(
            String id,
            @Nullable Message shortDescription,
            @Nullable String helpUri,
            @Nullable Message help,
            @Nullable Configuration defaultConfiguration,
            @Nullable List<Relationship> relationships,
            @Nullable Map<String, Object> properties) {}

    record Configuration(String level) {}

    record Relationship(DescriptorReference target, List<String> kinds) {}

    record DescriptorReference(
            String id, @Nullable Integer index, @Nullable ComponentReference toolComponent) {}

    record Message(String text) {}

    record AutomationDetails(String id) {}

    record Invocation(
            boolean executionSuccessful,
            @Nullable Instant startTimeUtc,
            @Nullable Instant endTimeUtc,
            List<Notification> toolExecutionNotifications) {}

    record Notification(DescriptorReference descriptor, String level, Message message, List<Location> locations) {}

    record BaseFolder(Message description) {}

    record Artifact(ArtifactLocation location) {}

    record ArtifactLocation(
            String uri, String uriBaseId, @Nullable Integer index) {}

    record Location(
            @Nullable Integer id,
            PhysicalLocation physicalLocation,
            @Nullable Message message) {}

    record PhysicalLocation(
            ArtifactLocation artifactLocation,
            @Nullable Region region,
            @Nullable Region contextRegion) {}

    record Region(
            int startLine,
            @Nullable Integer startColumn,
            @Nullable Integer endLine,
            @Nullable Integer endColumn,
            @Nullable Message snippet) {}

    record Result(
            String ruleId,
            int ruleIndex,
            String kind,
            String level,
            Message message,
            List<Location> locations,
            Map<String, String> partialFingerprints,
            @Nullable List<Location> relatedLocations,
            @Nullable List<CodeFlow> codeFlows,
            @Nullable List<Change> fixes,
            List<DescriptorReference> taxa,
            List<Suppression> suppressions,
            @Nullable String baselineState,
            double rank,
            Map<String, Object> properties) {}

    record CodeFlow(List<ThreadFlow> threadFlows) {}

    record ThreadFlow(List<FlowStep> locations) {}

    record FlowStep(Location location) {}

    record Change(Message description, List<ArtifactChange> artifactChanges) {}

    record ArtifactChange(ArtifactLocation artifactLocation, List<Replacement> replacements) {}

    record Replacement(Region deletedRegion, Message insertedContent) {}

    record Suppression(String kind, String status, String justification, Map<String, Object> properties) {}
}
