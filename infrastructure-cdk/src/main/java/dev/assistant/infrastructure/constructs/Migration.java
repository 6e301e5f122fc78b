package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.CatalogueFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.triggers.Trigger;
import software.constructs.Construct;

/**
 * Brings the database's schema to what the code expects, by calling the migrate function during the deployment whenever its
 * code has changed. Stacks whose functions use the schema come after this one's, so they get their new code only when it
 * succeeded; a failure stops the deployment and leaves the old code running.
 */
public final class Migration extends Construct {
    /** @param database must be up, its instance included, before the function is called */
    public Migration(Construct scope, Database database, Surroundings around) {
        super(scope, "Migration");
        CatalogueFunction row = around.catalogue().function("migrate");
        CloudFunction migrate = new CloudFunction(this, row, around);
        Trigger.Builder.create(this, "OnDeploy")
                .handler(migrate.function())
                .executeAfter(List.of(database))
                .timeout(Duration.seconds(row.timeout().toSeconds()))
                .executeOnHandlerChange(true)
                .build();
    }
}
