package dev.assistant.infrastructure.constructs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.constructs.Construct;

/** A CloudFront Function that changes where a request goes before CloudFront looks at it. */
final class EdgeScript {
    private EdgeScript() {}

    /** @param name of the file in {@code resources/edge}, without its ending */
    static List<FunctionAssociation> onRequest(Construct scope, String name) {
        Function function = Function.Builder.create(scope, name)
                .code(FunctionCode.fromInline(Resource.text("/edge/" + name + ".js")))
                .runtime(FunctionRuntime.JS_2_0)
                .build();
        return List.of(FunctionAssociation.builder()
                .function(function)
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .build());
    }

    /** Reads files that ship with this module. */
    private static final class Resource {
        static String text(String path) {
            try (InputStream file = Objects.requireNonNull(EdgeScript.class.getResourceAsStream(path), path)) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }
    }
}
