package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ByteMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.TextTransformationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;
import software.constructs.Construct;

/**
 * Keeps floods and known bad addresses from the one host. It does not look into bodies: those are code under review, which rightly
 * contains what rule groups against injection look for. It counts by the viewer's own address, which only CloudFront knows: behind
 * it a client could write any into a header. Past CloudFront nobody gets in, see {@link OriginKeys}.
 */
public final class Firewall extends Construct {
    /** CloudFront's firewalls are there, whatever the region of everything else. */
    public static final String REGION = "us-east-1";

    /** Calls of one address in five minutes; a person's own limit is 500 in that time. */
    private static final int FLOOD = 3_000;

    public Firewall(Construct scope, Settings settings) {
        super(scope, "Firewall");
        CfnWebACL rules = CfnWebACL.Builder.create(this, "Rules")
                .scope("CLOUDFRONT")
                .defaultAction(DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(countedAs("site"))
                .rules(List.of(knownBadAddresses(), floods()))
                .build();
        StringParameter.Builder.create(this, "Address")
                .parameterName(parameter(settings))
                .stringValue(rules.getAttrArn())
                .build();
    }

    /** Where its ARN is written down, in its region. */
    static String parameter(Settings settings) {
        return "/development-assistant/%s/firewall".formatted(settings.stage());
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

    /** Pages and their parts come from CloudFront's cache and are not counted. */
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
                                .aggregateKeyType("IP")
                                .scopeDownStatement(callsOfTheApi())
                                .build())
                        .build())
                .visibilityConfig(countedAs("floods"))
                .build();
    }

    private static StatementProperty callsOfTheApi() {
        return StatementProperty.builder()
                .byteMatchStatement(ByteMatchStatementProperty.builder()
                        .fieldToMatch(
                                FieldToMatchProperty.builder().uriPath(Map.of()).build())
                        .positionalConstraint("STARTS_WITH")
                        .searchString("/api/")
                        .textTransformations(List.of(TextTransformationProperty.builder()
                                .priority(0)
                                .type("NONE")
                                .build()))
                        .build())
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
