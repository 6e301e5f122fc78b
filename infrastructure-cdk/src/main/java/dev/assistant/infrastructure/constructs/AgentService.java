package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.CatalogueService;
import dev.assistant.infrastructure.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.IgnoreMode;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.ecs.AssetImageProps;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.Volume;
import software.constructs.Construct;

/**
 * agent-runtime as a Fargate service. Its tasks call models and so need the internet: they run in public subnets without an
 * open port, which costs nothing, where a NAT gateway would. A task may protect itself from scale-in while it has jobs, and has
 * two minutes to hand its jobs back when it is stopped.
 */
public final class AgentService extends Construct {
    /** The only place that a task writes to: files of jobs, native libraries. Gone with the task. */
    private static final String WORK = "work";

    private final FargateTaskDefinition task;
    private final FargateService service;

    public AgentService(Construct scope, WorkQueue reviews, Surroundings around) {
        super(scope, "AgentRuntime");
        CatalogueService row = around.catalogue().service("agent-runtime");
        Settings settings = around.settings();
        Cluster cluster = Cluster.Builder.create(this, "Cluster")
                .vpc(around.network().vpc())
                .build();
        this.task = FargateTaskDefinition.Builder.create(this, "Task")
                .cpu(settings.agents().processor())
                .memoryLimitMiB(settings.agents().memory())
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CpuArchitecture.ARM64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                        .build())
                .build();
        task.addVolume(Volume.builder().name(WORK).build());
        task.addContainer("agent-runtime", container(row, around))
                .addMountPoints(MountPoint.builder()
                        .sourceVolume(WORK)
                        .containerPath("/tmp")
                        .readOnly(false)
                        .build());
        around.resources().grant(task.getTaskRole(), row.touches());
        this.service = service(cluster, around);
        letTasksProtectThemselves(cluster);
        letTasksAskModels(settings.agents().models());
        BacklogScaling.of(service, reviews, settings.agents());
    }

    /** How many tasks there are: each reports its processor's use once a minute. */
    IMetric runningTasks() {
        return service.metricCpuUtilization(MetricOptions.builder()
                .statistic("SampleCount")
                .period(Duration.minutes(1))
                .label("tasks")
                .build());
    }

    private ContainerDefinitionOptions container(CatalogueService row, Surroundings around) {
        return ContainerDefinitionOptions.builder()
                .image(image(around))
                .environment(environment(row, around))
                .secrets(secrets(row, around))
                .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                        .logGroup(Logs.of(this, "Logs", around.settings()))
                        .streamPrefix("agent-runtime")
                        .build()))
                .readonlyRootFilesystem(true)
                .stopTimeout(Duration.minutes(2))
                .build();
    }

    private ContainerImage image(Surroundings around) {
        return ContainerImage.fromAsset(
                BuiltPart.orStandIn(this, around.checkout(), around.checkout().agentRuntime(), "Dockerfile")
                        .toString(),
                AssetImageProps.builder()
                        .platform(Platform.LINUX_ARM64)
                        .ignoreMode(IgnoreMode.DOCKER)
                        .build());
    }

    private static Map<String, String> environment(CatalogueService row, Surroundings around) {
        Map<String, String> environment = new LinkedHashMap<>(CommonEnvironment.of(around.settings()));
        environment.put("AWS_REGION", Aws.REGION);
        environment.put(
                "WORKER_CONCURRENCY",
                Integer.toString(around.settings().agents().jobsPerTask()));
        environment.put("MODEL_PROVIDER", around.settings().agents().modelProvider());
        if (!around.settings().agents().models().isEmpty()) {
            environment.put(
                    "MODEL_IDS", String.join(",", around.settings().agents().models()));
        }
        environment.putAll(around.resources().environment(row.touches()));
        return environment;
    }

    private static Map<String, Secret> secrets(CatalogueService row, Surroundings around) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        around.resources()
                .secrets(row.touches())
                .forEach((key, secret) -> secrets.put(key, Secret.fromSecretsManager(secret.secret(), secret.field())));
        return secrets;
    }

    private FargateService service(Cluster cluster, Surroundings around) {
        SecurityGroup outOnly = SecurityGroup.Builder.create(this, "OutOnly")
                .vpc(around.network().vpc())
                .description("agent-runtime: nothing comes in")
                .build();
        return FargateService.Builder.create(this, "Service")
                .cluster(cluster)
                .taskDefinition(task)
                .assignPublicIp(true)
                .vpcSubnets(around.network().publicSubnets())
                .securityGroups(List.of(outOnly, around.network().databaseClients()))
                .circuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .minHealthyPercent(100)
                .build();
    }

    /** The ECS agent in the task asks under the task's role (ECS guide, "task scale-in protection endpoint"). */
    private void letTasksProtectThemselves(Cluster cluster) {
        String tasks = "arn:%s:ecs:%s:%s:task/%s/*"
                .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, cluster.getClusterName());
        List<String> actions = List.of("ecs:GetTaskProtection", "ecs:UpdateTaskProtection");
        task.addToTaskRolePolicy(Permissions.allow(actions, List.of(tasks)));
    }

    /** An inference profile passes a call on to its model, in whatever region of its continent; both have to be allowed. */
    private void letTasksAskModels(List<String> models) {
        if (models.isEmpty()) {
            return;
        }
        List<String> resources = models.stream()
                .flatMap(model -> Stream.of(
                        "arn:%s:bedrock:*::foundation-model/%s"
                                .formatted(Aws.PARTITION, model.replaceFirst("^(us|eu|apac|global)\\.", "")),
                        "arn:%s:bedrock:%s:%s:inference-profile/%s"
                                .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, model)))
                .toList();
        List<String> actions = List.of("bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream");
        task.addToTaskRolePolicy(Permissions.allow(actions, resources));
    }
}
