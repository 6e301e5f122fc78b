package dev.assistant.adapters.postgres;

import dev.assistant.identity.Avatar;
import dev.assistant.identity.Avatars;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/** Pictures in {@code avatars}. Thread-safe. */
public final class PostgresAvatars implements Avatars {
    private final Database database;

    public PostgresAvatars(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Avatar> find(UserId owner) {
        return database.query(sql -> sql.sql("select picture from avatars where user_id = :owner")
                .param("owner", owner.value())
                .query((row, number) -> Avatar.of(row.getBytes("picture")))
                .optional());
    }

    @Override
    public void put(UserId owner, Avatar avatar, Instant now) {
        database.query(sql -> sql.sql("""
                        insert into avatars (user_id, media_type, picture, updated_at)
                        values (:owner, :media_type, :picture, :now)
                        on conflict (user_id) do update
                        set media_type = excluded.media_type,
                            picture = excluded.picture,
                            updated_at = excluded.updated_at
                        """)
                .param("owner", owner.value())
                .param("media_type", avatar.mediaType())
                .param("picture", avatar.bytes())
                .param("now", Columns.time(now))
                .update());
    }

    @Override
    public void remove(UserId owner) {
        database.query(sql -> sql.sql("delete from avatars where user_id = :owner")
                .param("owner", owner.value())
                .update());
    }
}
