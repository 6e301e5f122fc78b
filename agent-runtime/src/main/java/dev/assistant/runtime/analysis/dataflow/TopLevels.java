package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Runs what modules do when they are loaded, each once, and makes their imports known. */
final class TopLevels {
    private final Machine machine;

    TopLevels(Machine machine) {
        this.machine = machine;
    }

    /** Runs a module's top level unless that was done; a module that is being run is taken as it is so far. */
    List<Referent.FunctionReference> run(SubmittedModule module) {
        if (module.progress() != SubmittedModule.Progress.UNTOUCHED) {
            return List.of();
        }
        module.progress(SubmittedModule.Progress.RUNNING);
        Frame.Run run = Frame.Run.start();
        Frame frame =
                new Frame(module.scope(), run, 0, List.of(), machine.base().above());
        try {
            prepare(module, frame);
            for (Statement statement : module.module().body()) {
                machine.executor().run(statement, frame);
                if (!frame.state().isReachable()) {
                    frame.state().resume();
                }
            }
        } catch (RuntimeException | StackOverflowError tooMuch) {
            module.gaveUp("its top level");
        }
        machine.base().absorb(frame.state());
        module.progress(SubmittedModule.Progress.DONE);
        module.discovered(run.discovered());
        return run.discovered();
    }

    private void prepare(SubmittedModule module, Frame frame) {
        if (machine.language() == Language.JAVASCRIPT) {
            Value exports = machine.allocate(frame, new Span(0, 0), Shape.object("exports"));
            frame.state().set(module.scope().variable("exports"), exports);
            Value self = machine.allocate(
                    frame, new Span(0, 0), Shape.object("module").put(Constant.of("exports"), exports));
            frame.state().set(module.scope().variable("module"), self);
        }
        module.classes()
                .forEach((name, submitted) -> frame.state()
                        .set(module.scope().variable(name), Value.of(new Referent.ClassReference(submitted))));
    }

    /** Makes imported names known in a scope. */
    void bind(Statement.Import imported, Frame frame) {
        for (Statement.Binding binding : imported.bindings()) {
            String target = absolute(binding.target(), frame.module());
            frame.module().imports(target, binding.local().equals("*"));
            if (binding.local().equals("*")) {
                bindAll(target, frame);
            } else {
                machine.assignments().set(binding.local(), value(target, frame), frame);
            }
        }
    }

    private Value value(String target, Frame frame) {
        int hash = target.indexOf('#');
        if (hash < 0 || machine.traits().namespaces()) {
            return machine.language() == Language.GO
                    ? Value.symbol(machine.program().folder(target).orElse(target))
                    : machine.names().named(target);
        }
        return new JavaScriptModules(machine).imported(target.substring(0, hash), target.substring(hash + 1), frame);
    }

    private void bindAll(String target, Frame frame) {
        machine.program().module(target).ifPresent(module -> {
            run(module);
            for (String name : module.module().locals()) {
                machine.base()
                        .find(module.scope().variable(name))
                        .ifPresent(value -> frame.state().set(frame.scope().variable(name), value));
            }
        });
    }

    /** Python's relative imports count packages upwards by their dots. */
    private static String absolute(String target, SubmittedModule from) {
        if (!target.startsWith(".") || target.contains("#")) {
            return target;
        }
        int dots = 0;
        while (dots < target.length() && target.charAt(dots) == '.') {
            dots++;
        }
        Deque<String> packages = new ArrayDeque<>(List.of(from.name().split("\\.")));
        for (int i = 0; i < dots && !packages.isEmpty(); i++) {
            packages.removeLast();
        }
        String prefix = String.join(".", packages);
        return prefix.isEmpty() ? target.substring(dots) : prefix + "." + target.substring(dots);
    }
}
