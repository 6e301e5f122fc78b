package dev.assistant.runtime.agent;

import dev.assistant.runtime.agent.Agent.Voice;
import dev.assistant.runtime.data.DataNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The agents that the product has, from {@code agents.yaml}. Immutable. */
public final class Agents {
    private static final String FILE = "/dev/assistant/definition/agents.yaml";

    private final Map<String, Agent> byName;

    private Agents(Map<String, Agent> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** @throws dev.assistant.runtime.data.DataFileException when the file is wrong, naming the line */
    public static Agents read() {
        return of(DataNode.resource(FILE));
    }

    /** Reads agents from a list under {@code agents}. */
    static Agents of(DataNode file) {
        Map<String, Agent> agents = new LinkedHashMap<>();
        for (DataNode entry : file.allow(Set.of("agents")).get("agents").list()) {
            Agent agent = agent(entry.allow(Set.of("name", "voice", "prompt", "does")));
            if (agents.put(agent.name(), agent) != null) {
                throw entry.wrong("there are two agents " + agent.name());
            }
        }
        return new Agents(agents);
    }

    private static Agent agent(DataNode entry) {
        try {
            String name = entry.get("name").text();
            return new Agent(
                    name,
                    voice(entry.get("voice")),
                    entry.find("prompt").map(Agents::prompt),
                    Identity.of("agents/" + name, entry.data()));
        } catch (IllegalArgumentException e) {
            throw entry.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Prompt prompt(DataNode node) {
        try {
            return Prompt.read(node.text());
        } catch (IllegalArgumentException e) {
            throw node.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Voice voice(DataNode node) {
        return Arrays.stream(Voice.values())
                .filter(voice -> voice.name().toLowerCase(Locale.ROOT).equals(node.text()))
                .findFirst()
                .orElseThrow(() -> node.wrong("must be model, code or person"));
    }

    /** Empty when there is none of that name. */
    public Optional<Agent> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return byName.keySet();
    }
}
