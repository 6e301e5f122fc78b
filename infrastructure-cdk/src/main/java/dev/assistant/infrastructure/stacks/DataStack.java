package dev.assistant.infrastructure.stacks;

import dev.assistant.infrastructure.constructs.Database;
import dev.assistant.infrastructure.constructs.GrantKey;
import dev.assistant.infrastructure.constructs.LiveTable;
import dev.assistant.infrastructure.constructs.Migration;
import dev.assistant.infrastructure.constructs.OriginKeys;
import dev.assistant.infrastructure.constructs.Resources;
import dev.assistant.infrastructure.constructs.SourcesBucket;
import dev.assistant.infrastructure.constructs.Surroundings;
import dev.assistant.infrastructure.constructs.TokenKey;
import dev.assistant.infrastructure.settings.Settings;
import software.constructs.Construct;

/** All that is kept: the database with its schema up to date, the tables, the bucket, the keys. */
public final class DataStack extends AssistantStack {
    private final Resources resources;
    private final Database database;
    private final SourcesBucket sources;
    private final OriginKeys originKeys;

    public DataStack(Construct scope, Surroundings around) {
        super(scope, "data", "database, tables, bucket and keys", around.settings());
        Settings settings = around.settings();
        this.database = new Database(this, settings, around.network());
        this.sources = new SourcesBucket(this, settings);
        this.originKeys = new OriginKeys(this, settings);
        this.resources = LiveTable.all(this, settings.keepsData())
                .with("database", database)
                .with("database_reads", database.reads())
                .with("sources", sources)
                .with("origin_keys", originKeys)
                .with("token_key", new TokenKey(this, settings))
                .with("grant_key", new GrantKey(this, settings));
        new Migration(this, database, around.with(resources));
    }

    public Database database() {
        return database;
    }

    public OriginKeys originKeys() {
        return originKeys;
    }

    public Resources resources() {
        return resources;
    }

    /** The origin that uploads are put to. */
    public String uploadsOrigin() {
        return sources.origin();
    }
}
