package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Weakness;
import dev.assistant.runtime.analysis.syntax.ir.Expression;

/** Is told what happens while code is run on abstract values. The same place may be reported often, with other values. */
public interface Listener {
    /** A call is about to happen. */
    default void called(CallSite site) {}

    /** A member or an element of something is given a value. */
    default void wrote(WriteSite site) {}

    /** A value is kept under a name: a variable, a field, a key or a named argument. */
    default void named(String name, Expression where, Value value, Frame frame) {}

    /** A function whose result a framework uses returns. */
    default void returned(Weakness weakness, Expression where, Value value, Frame frame) {}
}
