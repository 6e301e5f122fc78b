package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Api;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Ordered;
import java.util.List;
import java.util.Set;

/**
 * A call that is about to happen.
 *
 * @param symbols qualified names that the called function may have; those of its receiver's supertypes too
 * @param apis what data files say about it
 */
public record CallSite(
        Expression.Call call, Set<String> symbols, String method, Arguments arguments, List<Api> apis, Frame frame) {
    public CallSite {
        symbols = Ordered.copyOf(symbols);
        apis = List.copyOf(apis);
    }
}
