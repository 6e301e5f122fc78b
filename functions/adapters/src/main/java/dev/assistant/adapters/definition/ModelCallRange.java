package dev.assistant.adapters.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * How often a workflow's conversation asks a model, counted from its definition: a turn of an agent for whom a model speaks is one
 * call, and so is naming the next speaker. Rounds of tools are counted once for each agent that has tools.
 *
 * @param fewest when those who may say that it is done do so at once
 * @param most when every message is used
 */
record ModelCallRange(int fewest, int most) {
    static ModelCallRange of(JsonNode definition) {
        Set<String> speaking = new HashSet<>();
        int rounds = 0;
        for (JsonNode agent : definition.required("agents")) {
            if (agent.has("max_tokens")) {
                speaking.add(agent.required("name").stringValue());
            }
            rounds += agent.path("max_tool_rounds").asInt(0);
        }
        ModelCallRange talk = of(definition.required("pattern"), speaking);
        return new ModelCallRange(talk.fewest, talk.most + rounds);
    }

    private static ModelCallRange of(JsonNode pattern, Set<String> speaking) {
        if (pattern.required("kind").stringValue().equals("nested_chat")) {
            return pattern.required("children")
                    .valueStream()
                    .map(child -> of(child, speaking))
                    .reduce(new ModelCallRange(1, 1), ModelCallRange::plus); // the manager brings them together
        }
        List<String> speakers = speakers(pattern);
        int end = Math.max(1, firstWhoEnds(pattern, speakers) + 1);
        boolean isChosen = pattern.path("speakers").asString("").equals("auto")
                && pattern.required("agents").size() > 2;
        return new ModelCallRange(
                calls(speakers.subList(0, end), speaking, isChosen), calls(speakers, speaking, isChosen));
    }

    private ModelCallRange plus(ModelCallRange other) {
        return new ModelCallRange(fewest + other.fewest, most + other.most);
    }

    /** Who speaks when every message is used; where the manager names them, the second is one who may end it. */
    private static List<String> speakers(JsonNode pattern) {
        List<String> agents = texts(pattern.required("agents"));
        List<String> speakers = new ArrayList<>(List.of(agents.getFirst()));
        boolean isChosen = pattern.path("speakers").asString("").equals("auto");
        while (speakers.size() < pattern.required("max_messages").intValue()) {
            String last = speakers.getLast();
            String inTurn = agents.get((agents.indexOf(last) + 1) % agents.size());
            speakers.add(
                    isChosen && speakers.size() == 1
                            ? texts(pattern.required("ends").required("by")).getFirst()
                            : pattern.path("after").path(last).asString(inTurn));
        }
        return speakers;
    }

    private static int firstWhoEnds(JsonNode pattern, List<String> speakers) {
        List<String> ending = texts(pattern.required("ends").required("by"));
        for (int i = 0; i < speakers.size(); i++) {
            if (ending.contains(speakers.get(i))) {
                return i;
            }
        }
        return speakers.size() - 1;
    }

    private static int calls(List<String> speakers, Set<String> speaking, boolean isChosen) {
        int turns = (int) speakers.stream().filter(speaking::contains).count();
        return turns + (isChosen ? speakers.size() - 1 : 0);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }
}
