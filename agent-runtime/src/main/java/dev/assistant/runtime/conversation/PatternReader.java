package dev.assistant.runtime.conversation;

import dev.assistant.runtime.agent.Agent.Voice;
import dev.assistant.runtime.agent.Role;
import dev.assistant.runtime.conversation.GroupChat.Speakers;
import dev.assistant.runtime.data.DataNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads patterns of conversations; every agent that one names must have a part in the workflow. */
final class PatternReader {
    private static final Set<String> TWO_AGENT_KEYS = Set.of("kind", "agents", "max_messages", "ends");
    private static final Set<String> GROUP_KEYS =
            Set.of("kind", "agents", "manager", "speakers", "after", "may_repeat", "max_messages", "ends", "approval");
    private static final Set<String> NESTED_KEYS = Set.of("kind", "manager", "children");

    private final Map<String, Role> roles;

    PatternReader(Map<String, Role> roles) {
        this.roles = roles;
    }

    ConversationPattern pattern(DataNode node) {
        return switch (node.get("kind").text()) {
            case "two_agent" -> twoAgents(node.allow(TWO_AGENT_KEYS));
            case "group_chat" -> group(node.allow(GROUP_KEYS));
            case "nested_chat" -> nested(node.allow(NESTED_KEYS));
            default -> throw node.get("kind").wrong("known are two_agent, group_chat and nested_chat");
        };
    }

    private ConversationPattern twoAgents(DataNode node) {
        List<String> agents = speakers(node.get("agents"));
        if (agents.size() != 2) {
            throw node.get("agents").wrong("name two agents");
        }
        return new TwoAgentChat(agents.getFirst(), agents.getLast(), termination(node));
    }

    private ConversationPattern group(DataNode node) {
        List<String> agents = speakers(node.get("agents"));
        Optional<String> approval = node.find("approval")
                .map(point -> point.allow(Set.of("by", "expires_hours")).get("by"))
                .map(by -> agent(by, Set.of(Voice.PERSON)));
        return new GroupChat(agents, next(node, agents), node.truth("may_repeat", false), termination(node), approval);
    }

    private Speakers next(DataNode node, List<String> agents) {
        DataNode how = node.get("speakers");
        if (!how.text().equals("rules") && node.find("after").isPresent()) {
            throw node.get("after").wrong("speakers follow rules only with 'speakers: rules'");
        }
        return switch (how.text()) {
            case "auto" -> new Speakers.Auto(agent(node.get("manager"), Set.of(Voice.MODEL)));
            case "round_robin" -> new Speakers.RoundRobin();
            case "rules" -> new Speakers.Rules(after(node.get("after"), agents));
            default -> throw how.wrong("known are auto, round_robin and rules");
        };
    }

    private static Map<String, String> after(DataNode node, List<String> agents) {
        Map<String, String> after = new LinkedHashMap<>();
        node.map().forEach((agent, next) -> {
            if (!agents.contains(agent) || !agents.contains(next.text())) {
                throw next.wrong("the speakers are " + String.join(", ", agents));
            }
            after.put(agent, next.text());
        });
        return after;
    }

    private ConversationPattern nested(DataNode node) {
        Map<String, ConversationPattern> children = new LinkedHashMap<>();
        node.get("children").map().forEach((name, child) -> {
            if (child.get("kind").text().equals("nested_chat")
                    || child.find("approval").isPresent()) {
                throw child.wrong("chats side by side neither nest nor ask for approval");
            }
            children.put(name, pattern(child));
        });
        return new NestedChat(agent(node.get("manager"), Set.of(Voice.MODEL)), children);
    }

    private Termination termination(DataNode node) {
        DataNode ends = node.get("ends").allow(Set.of("by", "keyword"));
        Set<String> by = new HashSet<>();
        ends.get("by").list().forEach(agent -> by.add(agent(agent, Set.of(Voice.MODEL, Voice.CODE))));
        int most = node.get("max_messages").whole();
        if (most < 1) {
            throw node.get("max_messages").wrong("a conversation needs at least one message");
        }
        return new Termination(by, ends.find("keyword").map(DataNode::text), most);
    }

    private List<String> speakers(DataNode names) {
        return names.list().stream()
                .map(name -> agent(name, Set.of(Voice.MODEL, Voice.CODE)))
                .toList();
    }

    private String agent(DataNode name, Set<Voice> voices) {
        Role role = roles.get(name.text());
        if (role == null) {
            throw name.wrong("has no part under 'agents'");
        }
        if (!voices.contains(role.agent().voice())) {
            throw name.wrong("cannot do this: its voice is "
                    + role.agent().voice().name().toLowerCase(Locale.ROOT));
        }
        return name.text();
    }
}
