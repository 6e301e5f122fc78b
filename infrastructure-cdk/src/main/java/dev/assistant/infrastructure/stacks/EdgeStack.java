package dev.assistant.infrastructure.stacks;

import dev.assistant.infrastructure.constructs.FirewallOfStage;
import dev.assistant.infrastructure.constructs.OriginKeys;
import dev.assistant.infrastructure.constructs.Pages;
import dev.assistant.infrastructure.constructs.RoutedApi;
import dev.assistant.infrastructure.constructs.Site;
import dev.assistant.infrastructure.constructs.SocketApi;
import dev.assistant.infrastructure.constructs.Surroundings;
import dev.assistant.infrastructure.settings.Settings;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.constructs.Construct;

/** What browsers see: the application, and one host for it, the API and the sockets. */
public final class EdgeStack extends AssistantStack {
    /** @param uploads the origin that uploads are put to */
    public EdgeStack(
            Construct scope, Surroundings around, RoutedApi api, SocketApi sockets, OriginKeys keys, String uploads) {
        super(scope, "edge", "web application and its one host", around.settings());
        Pages pages = new Pages(this);
        Settings settings = around.settings();
        Optional<String> firewall =
                settings.api().firewall() ? Optional.of(new FirewallOfStage(this, settings).arn()) : Optional.empty();
        Site site = new Site(this, settings, pages.bucket(), api, sockets, keys, firewall, uploads);
        pages.publish(around.checkout(), site.distribution());
        CfnOutput.Builder.create(this, "Host")
                .description("CloudFront's name: what a DNS record points to, or the host itself")
                .value(site.distribution().getDistributionDomainName())
                .build();
    }
}
