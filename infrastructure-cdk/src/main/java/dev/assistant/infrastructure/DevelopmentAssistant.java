package dev.assistant.infrastructure;

import dev.assistant.infrastructure.policy.Policies;
import dev.assistant.infrastructure.settings.Checkout;
import dev.assistant.infrastructure.settings.Settings;
import dev.assistant.infrastructure.settings.Settings.Accounts;
import dev.assistant.infrastructure.settings.Settings.Build;
import dev.assistant.infrastructure.settings.Settings.Providers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.App;
import software.constructs.Node;

/**
 * The CDK app. Context values choose what is made: {@code stage} (dev or prod), {@code host} and {@code certificate} (see
 * {@link Settings}), {@code mail-sender}, {@code alarm-mail}, {@code models} (Bedrock's ids), {@code require-verified-email} and {@code token-keys} (see {@link Accounts}),
 * {@code origin-key} (1 or 2, see {@link Settings.Api}),
 * {@code version} and {@code commit} of the build. It needs no account, network or Docker to synthesise.
 */
public final class DevelopmentAssistant {
    /** A name that resolves nowhere (RFC 2606), until CloudFront has given one. */
    private static final String NO_HOST_YET = "not-yet-known.invalid";

    private DevelopmentAssistant() {}

    public static void main(String[] args) {
        App app = new App();
        Settings settings = settings(app.getNode());
        if (settings.host().equals(NO_HOST_YET)) {
            Annotations.of(app)
                    .addWarningV2(
                            "assistant:host",
                            "No host given, so no browser can sign in yet. Deploy once, take the edge stack's output Host, and"
                                    + " deploy again with -c host=<it>; or give your own name with -c host and -c certificate.");
        }
        Stacks.in(app, settings, Checkout.around(Path.of("")));
        Policies.enforce(app);
        app.synth();
    }

    private static Settings settings(Node node) {
        String stage = context(node, "stage").orElse("dev");
        String host = context(node, "host").orElse(NO_HOST_YET);
        Optional<String> certificate = context(node, "certificate");
        Build build = new Build(
                context(node, "version").orElse("1.0.0-SNAPSHOT"),
                context(node, "commit").orElse("unknown"));
        Accounts accounts = new Accounts(
                context(node, "mail-sender").orElse("no-reply@" + host),
                context(node, "require-verified-email").map("true"::equals).orElse(false),
                numbers(context(node, "token-keys").orElse("1")),
                new Providers(context(node, "google-client-id"), context(node, "github-client-id")),
                context(node, "alarm-mail"));
        Settings settings = switch (stage) {
            case "dev" -> Settings.dev(host, certificate, build, accounts);
            case "prod" -> Settings.prod(host, certificate, build, accounts);
            default -> throw new IllegalArgumentException("no stage is called " + stage + "; there are dev and prod");
        };
        return settings.with(list(context(node, "models").orElse("")))
                .withOriginKey(Integer.parseInt(context(node, "origin-key").orElse("1")));
    }

    private static List<Integer> numbers(String list) {
        return list(list).stream().map(Integer::valueOf).toList();
    }

    private static List<String> list(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Optional<String> context(Node node, String key) {
        return Optional.ofNullable(node.tryGetContext(key))
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }
}
