package dev.assistant.runtime.analysis.dataflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds what JavaScript modules export to each other. */
final class JavaScriptModules {
    private final Machine machine;

    JavaScriptModules(Machine machine) {
        this.machine = machine;
    }

    /**
     * What an import gives.
     *
     * @param specifier the module as the code names it, such as {@code ./db} or {@code node:fs}
     * @param name the name that is imported; {@code *} or {@code default} for all of it
     */
    Value imported(String specifier, String name, Frame frame) {
        if (specifier.startsWith(".")) {
            Optional<SubmittedModule> module =
                    machine.program().atPath(resolve(frame.module().text().path(), specifier));
            return module.map(found -> exported(found, name, frame)).orElse(Value.UNKNOWN);
        }
        String library = specifier.replaceFirst("^node:", "");
        boolean whole = name.equals("*") || name.equals("default");
        return machine.names().named(whole ? library : library + "." + name);
    }

    private Value exported(SubmittedModule module, String name, Frame frame) {
        machine.executor().runTopLevel(module);
        Value exports = machine.base().find(module.scope().variable("exports")).orElse(Value.UNKNOWN);
        if (name.equals("*")) {
            return exports;
        }
        Value member = machine.members().member(exports, name, frame);
        return name.equals("default") && member.referents().isEmpty() ? exports : member;
    }

    private static String resolve(String from, String specifier) {
        Deque<String> folders = new ArrayDeque<>(List.of(from.split("/")));
        folders.removeLast();
        for (String part : specifier.split("/")) {
            if (part.equals("..")) {
                folders.pollLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                folders.addLast(part);
            }
        }
        return String.join("/", folders);
    }
}
