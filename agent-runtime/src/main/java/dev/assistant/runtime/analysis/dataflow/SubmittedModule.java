package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.TestCode;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.ir.Module;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of the submission while it is analysed. Not thread-safe. */
final class SubmittedModule {
    private final Module module;
    private final String name;
    private final boolean isTest;
    private final Scope scope;
    private final Map<String, SubmittedClass> classes = new LinkedHashMap<>();
    private final List<String> imports = new ArrayList<>();
    private final List<String> wildcards = new ArrayList<>();
    private final List<Referent.FunctionReference> discovered = new ArrayList<>();
    private final List<String> unfinished = new ArrayList<>();
    private Progress progress = Progress.UNTOUCHED;

    /** How far its top level has been run. */
    enum Progress {
        UNTOUCHED,
        RUNNING,
        DONE
    }

    SubmittedModule(Module module, String name, int scopeId) {
        this.module = module;
        this.name = name;
        this.isTest = TestCode.isAt(module.source().path());
        this.scope = new Scope(scopeId, module.locals(), Optional.empty(), this, Optional.empty());
    }

    Module module() {
        return module;
    }

    SourceText text() {
        return module.source();
    }

    /** Its qualified name, by which others import it. */
    String name() {
        return name;
    }

    /** Whether only tests run it. */
    boolean isTest() {
        return isTest;
    }

    Scope scope() {
        return scope;
    }

    Progress progress() {
        return progress;
    }

    void progress(Progress now) {
        progress = now;
    }

    /** Notes that something is imported here. */
    void imports(String target, boolean everything) {
        imports.add(target);
        if (everything) {
            wildcards.add(target);
        }
    }

    /** Packages of which everything is imported. */
    List<String> wildcards() {
        return wildcards;
    }

    /** Whether something is imported whose name begins so. */
    boolean importsFrom(String prefix) {
        return imports.stream().anyMatch(target -> target.equals(prefix) || target.startsWith(prefix + "."));
    }

    /** Functions that its top level made, to be analysed on their own. */
    List<Referent.FunctionReference> discovered() {
        return List.copyOf(discovered);
    }

    void discovered(List<Referent.FunctionReference> functions) {
        discovered.addAll(functions);
    }

    /** Notes that a part took too much work to analyse to the end. */
    void gaveUp(String part) {
        unfinished.add(part);
    }

    /** Parts that were not analysed to the end. */
    List<String> unfinished() {
        return List.copyOf(unfinished);
    }

    /** Classes by their simple names. */
    Map<String, SubmittedClass> classes() {
        return classes;
    }

    @Override
    public String toString() {
        return name;
    }
}
