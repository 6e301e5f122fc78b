package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.Annotations;
import software.constructs.Construct;

/**
 * A part that another module's build makes. While it is not built, the stacks can still be synthesised and looked at, with a
 * stand-in; but the stack carries an error, and the CDK refuses to deploy it.
 */
final class BuiltPart {
    private BuiltPart() {}

    /**
     * The folder itself, or a stand-in when it lacks the file that shows that it is complete.
     *
     * @param proof a file or folder within it, or the empty string for the folder itself
     */
    static Path orStandIn(Construct scope, Checkout checkout, Path folder, String proof) {
        if (Files.exists(folder.resolve(proof))) {
            return folder;
        }
        Annotations.of(scope)
                .addError("%s is not built. Run: mvn package"
                        .formatted(checkout.built().relativize(folder)));
        Path standIn = checkout.built().resolve("infrastructure-cdk/target/not-built");
        try {
            Files.createDirectories(standIn);
            Files.writeString(standIn.resolve("Dockerfile"), "FROM scratch\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + standIn, e);
        }
        return standIn;
    }
}
