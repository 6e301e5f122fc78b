package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SourceText;
import java.util.List;
import java.util.Set;

/**
 * A file of code.
 *
 * @param namespace the package that it says it is in; empty when it says none
 * @param locals every name that it makes at its top level
 * @param complete whether all of it was lowered; false when some nests too deeply
 */
public record Module(SourceText source, String namespace, List<Statement> body, Set<String> locals, boolean complete) {
    public Module {
        body = List.copyOf(body);
        locals = Set.copyOf(locals);
    }
}
