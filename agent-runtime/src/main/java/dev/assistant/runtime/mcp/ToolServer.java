package dev.assistant.runtime.mcp;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a server offers.
 *
 * @param name such as {@code filesystem}; letters only
 * @param instructions what its tools are for, told to every client that connects
 */
public record ToolServer(String name, String instructions, List<ServedTool> tools) {
    public ToolServer {
        tools = List.copyOf(tools);
        if (tools.stream().map(ServedTool::name).collect(Collectors.toSet()).size() != tools.size()) {
            throw new IllegalArgumentException("two tools of " + name + " have the same name");
        }
    }
}
