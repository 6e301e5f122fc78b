package dev.assistant.infrastructure;

import dev.assistant.infrastructure.catalogue.Catalogue;
import dev.assistant.infrastructure.constructs.Resources;
import dev.assistant.infrastructure.constructs.Surroundings;
import dev.assistant.infrastructure.constructs.Watched;
import dev.assistant.infrastructure.constructs.WorkQueue;
import dev.assistant.infrastructure.contract.Contract;
import dev.assistant.infrastructure.settings.Checkout;
import dev.assistant.infrastructure.settings.Settings;
import dev.assistant.infrastructure.stacks.AgentsStack;
import dev.assistant.infrastructure.stacks.ApiStack;
import dev.assistant.infrastructure.stacks.DataStack;
import dev.assistant.infrastructure.stacks.EdgeStack;
import dev.assistant.infrastructure.stacks.FirewallStack;
import dev.assistant.infrastructure.stacks.MailStack;
import dev.assistant.infrastructure.stacks.NetworkStack;
import dev.assistant.infrastructure.stacks.ObservabilityStack;
import dev.assistant.infrastructure.stacks.RealtimeStack;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/** All stacks of a stage, in the order in which they are deployed. */
public final class Stacks {
    private Stacks() {}

    /** Puts them together from the catalogue, the contract and the settings. */
    public static void in(Construct app, Settings settings, Checkout checkout) {
        // What one stack takes from another cannot be deleted under it.
        app.getNode().setContext("@aws-cdk/core:defaultCrossStackReferences", "strong");
        NetworkStack network = new NetworkStack(app, settings);
        Surroundings around = new Surroundings(
                settings,
                Catalogue.load(),
                Contract.read(checkout.contract()),
                checkout,
                network.network(),
                Resources.none());

        DataStack data = new DataStack(app, around);
        around = around.with(data.resources());
        MailStack mail = new MailStack(app, around);
        around = around.with(mail.resources());
        RealtimeStack realtime = new RealtimeStack(app, around);
        around = around.with(realtime.resources());
        AgentsStack agents = new AgentsStack(app, around);
        around = around.with(agents.resources());
        ApiStack api = new ApiStack(app, around);
        EdgeStack edge =
                new EdgeStack(app, around, api.api(), realtime.sockets(), data.originKeys(), data.uploadsOrigin());
        if (settings.api().firewall()) {
            edge.addStackDependency(new FirewallStack(app, settings));
        }
        new ObservabilityStack(app, settings, watched(data, mail, realtime, agents, api));
    }

    private static Watched watched(
            DataStack data, MailStack mail, RealtimeStack realtime, AgentsStack agents, ApiStack api) {
        List<WorkQueue> queues = List.of(agents.reviews(), mail.mails(), realtime.replay());
        return new Watched(
                api.api(),
                data.database(),
                agents.service(),
                queues,
                queues.stream()
                        .map(WorkQueue::failures)
                        .flatMap(Optional::stream)
                        .toList());
    }
}
