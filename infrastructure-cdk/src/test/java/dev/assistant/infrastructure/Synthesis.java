package dev.assistant.infrastructure;

import dev.assistant.infrastructure.policy.Policies;
import dev.assistant.infrastructure.settings.Checkout;
import dev.assistant.infrastructure.settings.Settings;
import dev.assistant.infrastructure.settings.Settings.Accounts;
import dev.assistant.infrastructure.settings.Settings.Build;
import dev.assistant.infrastructure.settings.Settings.Providers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The templates of all stacks of a stage and what the policies object to in them, made once for all tests: starting the CDK takes longer than everything else. The built
 * parts are stand-ins, so that the tests say the same whether or not the other modules have been built.
 */
record Synthesis(Map<String, JsonNode> templates, List<String> objections) {
    static final String HOST = "review.example.com";
    static final Checkout CHECKOUT = new Checkout(Checkout.around(Path.of("")).sources(), builtParts());

    static final Build BUILD = new Build("1.2.3", "abcdef0");

    static final Providers PROVIDERS = new Providers(Optional.of("google-client"), Optional.of("github-client"));
    static final Accounts ACCOUNTS =
            new Accounts("no-reply@" + HOST, false, List.of(1), PROVIDERS, Optional.of("operators@" + HOST));

    static Synthesis dev() {
        return Dev.RESULT;
    }

    static Synthesis prod() {
        return Prod.RESULT;
    }

    JsonNode template(String stack) {
        return Objects.requireNonNull(templates.get(stack), stack);
    }

    /** All resources of a type, in all stacks. */
    List<JsonNode> ofType(String type) {
        List<JsonNode> found = new ArrayList<>();
        templates
                .values()
                .forEach(template -> template.get("Resources").forEach(resource -> {
                    if (resource.get("Type").stringValue().equals(type)) {
                        found.add(resource);
                    }
                }));
        return found;
    }

    /** The only resource of a type in a stack. */
    JsonNode only(String stack, String type) {
        List<JsonNode> found = new ArrayList<>();
        template(stack).get("Resources").forEach(resource -> {
            if (resource.get("Type").stringValue().equals(type)) {
                found.add(resource);
            }
        });
        if (found.size() != 1) {
            throw new AssertionError("%d resources of type %s in %s".formatted(found.size(), type, stack));
        }
        return found.getFirst();
    }

    /** Makes a stage's stacks anew, in a folder, which it answers. */
    static Path synthesise(String folder, Settings settings, Checkout checkout) {
        Path out = folder(folder);
        App app = new App(AppProps.builder().outdir(out.toString()).build());
        Stacks.in(app, settings, checkout);
        Policies.enforce(app);
        app.synth();
        return out;
    }

    private static Synthesis of(String folder, BiFunction<String, Build, Settings> stage) {
        Path out = synthesise(folder, stage.apply(HOST, BUILD), CHECKOUT);
        Map<String, JsonNode> templates = new LinkedHashMap<>();
        for (Path file : files(out, "*.template.json")) {
            String stack = file.getFileName().toString().replace(".template.json", "");
            templates.put(stack, JsonMapper.shared().readTree(file));
        }
        return new Synthesis(templates, objections(out));
    }

    /** What the policies object to in a folder of stacks. */
    static List<String> objections(Path out) {
        List<String> objections = new ArrayList<>();
        for (Path file : files(out, "*.metadata.json")) {
            JsonMapper.shared()
                    .readTree(file)
                    .forEachEntry((resource, notes) -> notes.forEach(note -> {
                        if (note.get("type").stringValue().equals("aws:cdk:error")) {
                            objections.add(resource + ": " + note.get("data").asString());
                        }
                    }));
        }
        return objections;
    }

    /** The files of a folder that are called so, in the order of their names. */
    static List<Path> files(Path folder, String names) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    private static Path builtParts() {
        try {
            Path root = folder("parts");
            for (String part : List.of(
                    "functions/api/target/function/code.txt",
                    "functions/realtime/target/function/code.txt",
                    "frontend/dist/index.html",
                    "agent-runtime/Dockerfile")) {
                Files.createDirectories(root.resolve(part).getParent());
                Files.writeString(root.resolve(part), "FROM scratch\n");
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(String name) {
        return Path.of("target/synthesis", name).toAbsolutePath();
    }

    private static final class Dev {
        static final Synthesis RESULT =
                of("dev", (host, build) -> Settings.dev(host, Optional.empty(), build, ACCOUNTS));
    }

    private static final class Prod {
        static final Synthesis RESULT = of(
                "prod",
                (host, build) -> Settings.prod(
                        host, Optional.of("arn:aws:acm:us-east-1:123456789012:certificate/c"), build, ACCOUNTS));
    }
}
