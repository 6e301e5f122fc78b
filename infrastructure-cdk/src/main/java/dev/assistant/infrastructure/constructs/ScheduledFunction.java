package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.CatalogueFunction;
import dev.assistant.infrastructure.catalogue.Source;
import java.util.List;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.constructs.Construct;

/** A function that the clock runs. */
public final class ScheduledFunction extends Construct {
    public ScheduledFunction(Construct scope, String function, Surroundings around) {
        super(scope, function + "-schedule");
        CatalogueFunction row = around.catalogue().function(function);
        if (!(row.source() instanceof Source.Schedule source)) {
            throw new IllegalArgumentException(function + " is not run by the clock");
        }
        CloudFunction scheduled = new CloudFunction(this, row, around);
        Rule.Builder.create(this, "Rule")
                .schedule(Schedule.expression(source.rate()))
                .targets(List.of(new LambdaFunction(scheduled.live())))
                .build();
    }
}
