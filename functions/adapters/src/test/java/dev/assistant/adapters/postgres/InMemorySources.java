package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A source store whose contents a test can see. Thread-safe. */
final class InMemorySources implements SourceStore {
    final Map<String, String> stored = new ConcurrentHashMap<>();

    @Override
    public void put(String key, String content) {
        stored.put(key, content);
    }

    @Override
    public String get(String key) {
        return Optional.ofNullable(stored.get(key)).orElseThrow(() -> new Failure.NotFound("submitted code"));
    }

    @Override
    public void copy(String key, String copy) {
        put(copy, get(key));
    }

    @Override
    public void delete(Collection<String> keys) {
        stored.keySet().removeAll(keys);
    }
}
