package dev.assistant.adapters.postgres;

import dev.assistant.adapters.json.NotificationsJson;
import dev.assistant.identity.PreferenceStore;
import dev.assistant.identity.Preferences;
import dev.assistant.identity.Theme;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Locale;

/** Preferences in {@code user_preferences}. Thread-safe. */
public final class PostgresPreferences implements PreferenceStore {
    private final Database database;

    public PostgresPreferences(Database database) {
        this.database = database;
    }

    @Override
    public Preferences of(UserId owner) {
        return database.query(sql -> sql.sql("select theme, notifications from user_preferences where user_id = :owner")
                        .param("owner", owner.value())
                        .query((row, number) -> new Preferences(
                                Theme.valueOf(row.getString("theme").toUpperCase(Locale.ROOT)),
                                NotificationsJson.read(row.getString("notifications"))))
                        .optional())
                .orElse(Preferences.DEFAULT);
    }

    @Override
    public void put(UserId owner, Preferences preferences, Instant now) {
        database.query(sql -> sql.sql("""
                        insert into user_preferences as present (user_id, theme, notifications, asked_at, updated_at)
                        values (:owner, :theme, cast(:notifications as jsonb), :now, :now)
                        on conflict (user_id) do update
                        set theme = excluded.theme,
                            notifications = excluded.notifications,
                            asked_at = case
                                when present.notifications = excluded.notifications then present.asked_at
                                else excluded.asked_at
                            end,
                            updated_at = excluded.updated_at
                        """)
                .param("owner", owner.value())
                .param("theme", preferences.theme().name().toLowerCase(Locale.ROOT))
                .param("notifications", NotificationsJson.write(preferences.notifications()))
                .param("now", Columns.time(now))
                .update());
    }
}
