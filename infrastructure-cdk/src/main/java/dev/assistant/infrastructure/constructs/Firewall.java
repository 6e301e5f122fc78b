package dev.assistant.infrastructure.constructs;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ForwardedIPConfigurationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/**
 * Keeps floods and known bad addresses from the REST API. It does not look into bodies: those are code under review, which
 * rightly contains what rule groups against injection look for.
 */
final class Firewall {
    /** Requests of one address in five minutes; a person's own limit is 500 in that time. */
    private static final int FLOOD = 3_000;

    private Firewall() {}

    static void before(Construct scope, SpecRestApi api) {
        CfnWebACL rules = CfnWebACL.Builder.create(scope, "Firewall")
                .scope("REGIONAL")
                .defaultAction(DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(countedAs("api"))
                .rules(List.of(knownBadAddresses(), floods()))
                .build();
        CfnWebACLAssociation.Builder.create(scope, "FirewallOfStage")
                .resourceArn(api.getDeploymentStage().getStageArn())
                .webAclArn(rules.getAttrArn())
                .build();
    }

    private static RuleProperty knownBadAddresses() {
        return RuleProperty.builder()
                .name("known-bad-addresses")
                .priority(0)
                .overrideAction(OverrideActionProperty.builder().none(Map.of()).build())
                .statement(StatementProperty.builder()
                        .managedRuleGroupStatement(ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name("AWSManagedRulesAmazonIpReputationList")
                                .build())
                        .build())
                .visibilityConfig(countedAs("known-bad-addresses"))
                .build();
    }

    /** CloudFront stands before the API, so the viewer's address is in the header that it sets. */
    private static RuleProperty floods() {
        return RuleProperty.builder()
                .name("floods")
                .priority(1)
                .action(RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(StatementProperty.builder()
                        .rateBasedStatement(RateBasedStatementProperty.builder()
                                .limit(FLOOD)
                                .aggregateKeyType("FORWARDED_IP")
                                .forwardedIpConfig(ForwardedIPConfigurationProperty.builder()
                                        .headerName("X-Forwarded-For")
                                        .fallbackBehavior("NO_MATCH")
                                        .build())
                                .build())
                        .build())
                .visibilityConfig(countedAs("floods"))
                .build();
    }

    private static VisibilityConfigProperty countedAs(String metric) {
        return VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(metric)
                .sampledRequestsEnabled(false)
                .build();
    }
}
