package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Selector;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values that a call or a write works on, with the expressions that they come from. */
public record Arguments(Optional<Passed> receiver, List<Passed> passed, Optional<Passed> key) {
    /** One value and where it stands; the name is empty when it is passed by position. */
    public record Passed(String name, Expression expression, Value value, boolean spread) {}

    static Arguments none() {
        return new Arguments(Optional.empty(), List.of(), Optional.empty());
    }

    /** The values that a selector means. */
    List<Passed> select(Selector selector) {
        List<Passed> selected = new ArrayList<>();
        for (Selector.Part part : selector.parts()) {
            switch (part) {
                case Selector.Position at -> position(at.index()).ifPresent(selected::add);
                case Selector.Named named -> named(named.name()).ifPresent(selected::add);
                case Selector.Role role -> selected.addAll(byRole(role));
            }
        }
        return selected;
    }

    Optional<Passed> first(Selector selector) {
        return select(selector).stream().findFirst();
    }

    private List<Passed> byRole(Selector.Role role) {
        return switch (role) {
            case RECEIVER -> receiver.stream().toList();
            case KEY -> key.stream().toList();
            case ARGUMENTS, VALUE -> passed;
        };
    }

    /** The argument at a position; one that is spread stands for all that follow. */
    Optional<Passed> position(int index) {
        int at = 0;
        for (Passed argument : passed) {
            if (argument.name().isEmpty()) {
                if (at == index || argument.spread()) {
                    return Optional.of(argument);
                }
                at++;
            }
        }
        return Optional.empty();
    }

    Optional<Passed> named(String name) {
        return passed.stream().filter(argument -> argument.name().equals(name)).findFirst();
    }

    /** What the receiver is called; empty when there is none or it has no name. */
    public String receiverName() {
        return receiver.map(Passed::expression).map(Calls::lastName).orElse("");
    }

    /** Whether some argument spreads a value that is not known, so that arguments may be there that are not seen. */
    boolean spreads() {
        return passed.stream().anyMatch(Passed::spread);
    }
}
