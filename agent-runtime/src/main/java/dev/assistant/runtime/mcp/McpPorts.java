package dev.assistant.runtime.mcp;

import dev.assistant.adapters.settings.Environment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where the servers listen: {@code MCP_PORTS}, such as {@code github=3000,filesystem=3001,memory=3002,codebase=3004}, which is also
 * what holds unless it is set. 0 is any free port.
 *
 * @param byServer one for each server
 */
public record McpPorts(Map<String, Integer> byServer) {
    private static final String KEY = "MCP_PORTS";
    private static final String STANDARD = "github=3000,filesystem=3001,memory=3002,codebase=3004";
    private static final int HIGHEST = 65_535;

    public McpPorts {
        byServer = Map.copyOf(byServer);
    }

    /** @throws IllegalArgumentException when the value cannot be read; names the key */
    public static McpPorts from(Environment environment) {
        Map<String, Integer> ports = read(environment.optional(KEY).orElse(STANDARD));
        if (!ports.keySet().equals(Set.of("github", "filesystem", "memory", "codebase"))) {
            throw wrong();
        }
        return new McpPorts(ports);
    }

    private static Map<String, Integer> read(String value) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String entry : value.split(",", -1)) {
            String[] parts = entry.strip().split("=", -1);
            if (parts.length != 2 || !parts[1].matches("\\d{1,5}") || Integer.parseInt(parts[1]) > HIGHEST) {
                throw wrong();
            }
            ports.put(parts[0], Integer.valueOf(parts[1]));
        }
        return ports;
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("Set " + KEY + " to a port for each server, as in " + STANDARD + ".");
    }
}
