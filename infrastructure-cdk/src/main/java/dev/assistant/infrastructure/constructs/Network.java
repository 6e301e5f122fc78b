package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/**
 * A private network for the database and for the functions that need it, and public subnets for agent-runtime, which calls
 * models and so needs a way out. Nothing in it can be reached from the internet: no security group has an open port.
 *
 * <p>Functions reach tables and buckets through free gateway endpoints, queues and keys through interface endpoints, or through
 * NAT gateways where the settings have some.
 */
public final class Network extends Construct {
    private final Vpc vpc;
    private final SubnetType functionSubnets;
    private final SecurityGroup databaseClients;

    public Network(Construct scope, Settings stage) {
        super(scope, "Network");
        Settings.Network settings = stage.network();
        boolean nat = settings.natGateways() > 0;
        this.functionSubnets = nat ? SubnetType.PRIVATE_WITH_EGRESS : SubnetType.PRIVATE_ISOLATED;
        this.vpc = Vpc.Builder.create(this, "Vpc")
                .ipAddresses(IpAddresses.cidr("10.20.0.0/16"))
                .maxAzs(settings.zones())
                .natGateways(settings.natGateways())
                .subnetConfiguration(subnets(nat))
                .restrictDefaultSecurityGroup(false)
                .build();
        addEndpoints(nat);
        // What was let through is in the parts' own logs; what was refused is nowhere else, and is little.
        vpc.addFlowLog(
                "Refused",
                FlowLogOptions.builder()
                        .trafficType(FlowLogTrafficType.REJECT)
                        .destination(FlowLogDestination.toCloudWatchLogs(Logs.of(this, "FlowLogs", stage)))
                        .build());
        this.databaseClients = SecurityGroup.Builder.create(this, "DatabaseClients")
                .vpc(vpc)
                .description("Whoever may connect to the database")
                .build();
    }

    public IVpc vpc() {
        return vpc;
    }

    /** Where functions that need the database run. */
    public SubnetSelection functionSubnets() {
        return SubnetSelection.builder().subnetType(functionSubnets).build();
    }

    public SubnetSelection databaseSubnets() {
        return SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();
    }

    public SubnetSelection publicSubnets() {
        return SubnetSelection.builder().subnetType(SubnetType.PUBLIC).build();
    }

    /** The members of this group are let in by the database. */
    public ISecurityGroup databaseClients() {
        return databaseClients;
    }

    private static List<SubnetConfiguration> subnets(boolean nat) {
        List<SubnetConfiguration> subnets = new ArrayList<>();
        subnets.add(subnet("Public", SubnetType.PUBLIC));
        subnets.add(subnet("Database", SubnetType.PRIVATE_ISOLATED));
        if (nat) {
            subnets.add(subnet("Functions", SubnetType.PRIVATE_WITH_EGRESS));
        }
        return subnets;
    }

    private static SubnetConfiguration subnet(String name, SubnetType type) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(type)
                .cidrMask(20)
                .build();
    }

    private void addEndpoints(boolean nat) {
        vpc.addGatewayEndpoint("Tables", gateway(GatewayVpcEndpointAwsService.DYNAMODB));
        vpc.addGatewayEndpoint("Buckets", gateway(GatewayVpcEndpointAwsService.S3));
        if (!nat) {
            vpc.addInterfaceEndpoint("Queues", inside(InterfaceVpcEndpointAwsService.SQS));
            vpc.addInterfaceEndpoint("Keys", inside(InterfaceVpcEndpointAwsService.KMS));
        }
    }

    private static GatewayVpcEndpointOptions gateway(GatewayVpcEndpointAwsService service) {
        return GatewayVpcEndpointOptions.builder().service(service).build();
    }

    private InterfaceVpcEndpointOptions inside(InterfaceVpcEndpointAwsService service) {
        return InterfaceVpcEndpointOptions.builder()
                .service(service)
                .subnets(functionSubnets())
                .build();
    }
}
