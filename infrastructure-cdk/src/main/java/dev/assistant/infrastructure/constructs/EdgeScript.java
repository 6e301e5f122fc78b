package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.ModuleFile;
import java.util.List;
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
                .code(FunctionCode.fromInline(ModuleFile.text("/edge/" + name + ".js")))
                .runtime(FunctionRuntime.JS_2_0)
                .build();
        return List.of(FunctionAssociation.builder()
                .function(function)
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .build());
    }
}
