package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Api;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Ordered;
import java.util.List;
import java.util.Set;

/** A member or element that is given a value. */
public record WriteSite(Expression target, Set<String> symbols, Arguments arguments, List<Api> apis, Frame frame) {
    public WriteSite {
        symbols = Ordered.copyOf(symbols);
        apis = List.copyOf(apis);
    }
}
