package dev.assistant.runtime.conversation;

import dev.assistant.runtime.agent.Agent;
import dev.assistant.runtime.agent.Agent.Voice;
import dev.assistant.runtime.agent.Agents;
import dev.assistant.runtime.agent.AnswerSchemas;
import dev.assistant.runtime.agent.Identity;
import dev.assistant.runtime.agent.Prompt;
import dev.assistant.runtime.agent.Role;
import dev.assistant.runtime.data.DataNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The workflows' conversations, from {@code workflows/*.yaml}, whose words {@code workflows.yaml} explains. Immutable. */
public final class WorkflowChats {
    private static final String FOLDER = "/dev/assistant/definition/";
    private static final Set<String> KEYS = Set.of(
            "name",
            "version",
            "title",
            "description",
            "produces",
            "needs_model",
            "obstacle",
            "typical_seconds",
            "takes",
            "task",
            "pattern",
            "agents");
    private static final Set<String> AGENT_KEYS =
            Set.of("name", "role", "answer", "tools", "max_tokens", "max_tool_rounds");
    private static final int MOST_TOKENS = 4_000;
    private static final int MOST_TOOL_ROUNDS = 6;

    private final Map<String, WorkflowChat> byName;

    private WorkflowChats(Map<String, WorkflowChat> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** @throws dev.assistant.runtime.data.DataFileException when a file is wrong, naming the line */
    public static WorkflowChats read() {
        Agents agents = Agents.read();
        Map<String, WorkflowChat> chats = new LinkedHashMap<>();
        for (String name : DataNode.resource(FOLDER + "workflows.yaml")
                .allow(Set.of("workflows"))
                .texts("workflows")) {
            DataNode file = DataNode.resource(FOLDER + "workflows/" + name + ".yaml");
            WorkflowChat chat = chat(file, agents);
            if (!chat.workflow().equals(name)) {
                throw file.get("name").wrong("the file's name promises " + name);
            }
            chats.put(name, chat);
        }
        return new WorkflowChats(chats);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public WorkflowChat byName(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no workflow " + name));
    }

    static WorkflowChat chat(DataNode file, Agents agents) {
        file.allow(KEYS);
        Map<String, Role> roles = new LinkedHashMap<>();
        for (DataNode entry : file.get("agents").list()) {
            Role role = role(entry.allow(AGENT_KEYS), agents);
            if (roles.put(role.name(), role) != null) {
                throw entry.wrong("there are two parts for " + role.name());
            }
        }
        DataNode pattern = file.get("pattern");
        String name = file.get("name").text();
        int version = file.get("version").whole();
        return new WorkflowChat(
                name,
                Identity.of("workflows/%s.v%d".formatted(name, version), file.data()),
                new PatternReader(roles).pattern(pattern),
                roles,
                prompt(file.get("task")),
                pattern.find("approval")
                        .map(approval ->
                                Duration.ofHours(approval.get("expires_hours").whole())));
    }

    private static Prompt prompt(DataNode name) {
        try {
            return Prompt.read(name.text());
        } catch (IllegalArgumentException e) {
            throw name.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Role role(DataNode entry, Agents agents) {
        Agent agent = agents.find(entry.get("name").text())
                .orElseThrow(() -> entry.get("name").wrong("there is no such agent; there are " + agents.names()));
        if (agent.voice() != Voice.MODEL && entry.find("answer").isPresent()) {
            throw entry.get("answer").wrong("no model speaks for " + agent.name());
        }
        entry.get("role").text();
        try {
            return new Role(
                    agent,
                    entry.find("answer").map(DataNode::text).map(AnswerSchemas::read),
                    new LinkedHashSet<>(entry.texts("tools")),
                    entry.find("max_tokens").map(DataNode::whole).orElse(MOST_TOKENS),
                    entry.find("max_tool_rounds").map(DataNode::whole).orElse(MOST_TOOL_ROUNDS));
        } catch (IllegalArgumentException e) {
            throw entry.wrong(String.valueOf(e.getMessage()));
        }
    }
}
