package dev.assistant.infrastructure.template;

import dev.assistant.infrastructure.settings.ModuleFile;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The settings' values on a developer's machine, and which keys have another name there. */
public record LocalValues(Map<String, String> values) {
    public LocalValues {
        values = Map.copyOf(values);
    }

    /** The values that ship with this module: those of the embedded stack on its usual port. */
    public static LocalValues load() {
        return new LocalValues(
                new YAMLMapper().readValue(ModuleFile.text("/local-values.yaml"), new TypeReference<>() {}));
    }

    /**
     * What a setting is called here. There is no key service: keys lie in files. And a stand-in is beside
     * the name that a provider gave us. No host is before the gateway, so nothing proves to be one; and the
     * database has no instance for reading only.
     */
    List<String> localNames(String key) {
        return switch (key) {
            case "TOKEN_KEY_ID" -> List.of("TOKEN_KEYS_FILE");
            case "GRANT_KEY_ID" -> List.of("GRANT_KEY_FILE");
            case "OAUTH_GOOGLE_CLIENT_ID" -> List.of(key, "OAUTH_GOOGLE_URL");
            case "OAUTH_GITHUB_CLIENT_ID" -> List.of(key, "OAUTH_GITHUB_URL");
            case "ORIGIN_KEY_1", "ORIGIN_KEY_2", "DATABASE_READ_URL" -> List.of();
            default -> List.of(key);
        };
    }

    String of(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new NoSuchElementException("local-values.yaml has no value for " + key);
        }
        return value;
    }
}
