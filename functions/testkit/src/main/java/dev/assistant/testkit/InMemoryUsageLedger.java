package dev.assistant.testkit;

import dev.assistant.model.ModelCall;
import dev.assistant.model.UsageLedger;
import dev.assistant.workflow.JobId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the calls of every job, whether it exists or not. Thread-safe. */
public final class InMemoryUsageLedger implements UsageLedger {
    private final Map<UUID, ModelCall> calls = new LinkedHashMap<>();

    @Override
    public synchronized void record(ModelCall call) {
        calls.putIfAbsent(call.id(), call);
    }

    @Override
    public synchronized List<ModelCall> of(JobId job) {
        return calls.values().stream()
                .filter(call -> call.job().equals(job))
                .sorted(Comparator.comparing(ModelCall::at).thenComparing(ModelCall::id))
                .toList();
    }
}
