package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.catalogue.CatalogueFunction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** A function that other functions run, and nobody else: no policy of its own lets anybody in, only the callers' roles do. */
public final class InvokedFunction implements Resource {
    private final String name;
    private final IFunction live;

    private InvokedFunction(String name, IFunction live) {
        this.name = name;
        this.live = live;
    }

    /** All of the catalogue, by its names. */
    public static Resources all(Construct scope, Surroundings around) {
        Resources functions = Resources.none();
        for (CatalogueFunction row : around.catalogue().invoked()) {
            functions = functions.with(
                    "functions." + row.name(),
                    new InvokedFunction(row.name(), new CloudFunction(scope, row, around).live()));
        }
        return functions;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("FUNCTION_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), live.getFunctionArn());
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        return List.of(Permissions.allow(List.of("lambda:InvokeFunction"), List.of(live.getFunctionArn())));
    }
}
