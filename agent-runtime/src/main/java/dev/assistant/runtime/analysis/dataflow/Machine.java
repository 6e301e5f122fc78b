package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.dataflow.model.LibraryModel;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.ir.Function;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What running the files of one language takes: the program, what is known of libraries, and the parts that work on them. */
final class Machine {
    private final Language language;
    private final LanguageTraits traits;
    private final Program program;
    private final LibraryModel library;
    private final List<Listener> listeners;
    private final State base = State.empty();
    private final Map<AllocationSite, Integer> addresses = new HashMap<>();
    private final Map<ActivationSite, Integer> scopeIds = new HashMap<>();
    private final Map<Source, Function> parameters = new HashMap<>();
    private final Set<Function> followed = new HashSet<>();
    private final Names names;
    private final Evaluator evaluator;
    private final Members members;
    private final Containers containers;
    private final Operations operations;
    private final Executor executor;
    private final Calls calls;
    private final Guards guards;
    private final Checks checks;
    private final Exclusions exclusions;
    private final FollowedCalls followedCalls;
    private final Assignments assignments;
    private final Inputs inputs;

    Machine(Language language, Program program, LibraryModel library, List<Listener> listeners) {
        this.language = language;
        this.traits = LanguageTraits.of(language);
        this.program = program;
        this.library = library;
        this.listeners = List.copyOf(listeners);
        this.names = new Names(this);
        this.evaluator = new Evaluator(this);
        this.members = new Members(this);
        this.containers = new Containers(this);
        this.operations = new Operations(this);
        this.executor = new Executor(this);
        this.calls = new Calls(this);
        this.guards = new Guards(this);
        this.checks = new Checks(this);
        this.exclusions = new Exclusions(this);
        this.followedCalls = new FollowedCalls(this);
        this.assignments = new Assignments(this);
        this.inputs = new Inputs(this);
    }

    /** Notes that a source is a parameter of a function that was run on its own. */
    void parameterOf(Source source, Function function) {
        parameters.put(source, function);
    }

    /** Notes that a call in the submission leads into a function. */
    void follows(Function function) {
        followed.add(function);
    }

    /** Sources that are parameters of functions that were run on their own. */
    Map<Source, Function> parameters() {
        return Map.copyOf(parameters);
    }

    /** Functions that calls in the submission lead into, so that those say what their parameters are. */
    Set<Function> followed() {
        return Set.copyOf(followed);
    }

    private record AllocationSite(int scope, int start, int end, String what) {}

    private record ActivationSite(int definingScope, int start, int depth) {}

    Language language() {
        return language;
    }

    LanguageTraits traits() {
        return traits;
    }

    Program program() {
        return program;
    }

    LibraryModel library() {
        return library;
    }

    List<Listener> listeners() {
        return listeners;
    }

    /** What the modules' top levels left. */
    State base() {
        return base;
    }

    Names names() {
        return names;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Operations operations() {
        return operations;
    }

    Containers containers() {
        return containers;
    }

    Members members() {
        return members;
    }

    Executor executor() {
        return executor;
    }

    Calls calls() {
        return calls;
    }

    Guards guards() {
        return guards;
    }

    Checks checks() {
        return checks;
    }

    Exclusions exclusions() {
        return exclusions;
    }

    FollowedCalls followedCalls() {
        return followedCalls;
    }

    Assignments assignments() {
        return assignments;
    }

    Inputs inputs() {
        return inputs;
    }

    /** The address of what an expression makes in a scope; the same each time round a loop. */
    int address(Frame frame, Span span, String what) {
        return addresses.computeIfAbsent(
                new AllocationSite(frame.scope().id(), span.start(), span.end(), what), site -> addresses.size() + 1);
    }

    /** The id of a function's activation: the same for the same function, place and depth. */
    int scopeId(Scope defining, int start, int depth) {
        int next = program.modules().size() + scopeIds.size() + 1;
        return scopeIds.computeIfAbsent(new ActivationSite(defining.id(), start, depth), site -> next);
    }

    /** Makes an object and gives a reference to it. */
    Value allocate(Frame frame, Span span, Shape shape) {
        int address = address(frame, span, shape.type());
        frame.state().set(address, shape);
        return Value.of(new Referent.Instance(address));
    }
}
