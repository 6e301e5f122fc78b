package dev.assistant.runtime.review;

import dev.assistant.review.ReviewRequest;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine.Progress;
import dev.assistant.runtime.review.AnalyseFiles.Part;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.Leases.Checkpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has the analysers that look across files read a submission, before the others get it in batches. */
final class AnalyseParts {
    private static final String CHECKPOINT = "across:";

    private final AnalyseFiles analysers;

    AnalyseParts(AnalyseFiles analysers) {
        this.analysers = analysers;
    }

    /**
     * Reads what no earlier attempt read.
     *
     * @param step what to call the step in the job's progress
     * @param from percent of the way at which this begins
     * @param to percent at which it ends
     * @throws InterruptedException when the calling thread was interrupted
     */
    List<AnalysedPart> analyse(JobRun run, ReviewRequest request, List<SourceFile> files, String step, int from, int to)
            throws InterruptedException {
        Map<String, AnalysedPart> stored = stored(run);
        List<Part> parts = analysers.parts(files);
        int all =
                Math.max(1, parts.stream().mapToInt(part -> part.files().size()).sum());
        Count read = new Count();
        List<AnalysedPart> analysed = new ArrayList<>();
        for (Part part : parts) {
            String checkpoint = CHECKPOINT + analysed.size();
            AnalysedPart known = stored.get(checkpoint);
            if (known == null) {
                known = analysers.analyse(request, part, telling(run, step, from, to, all, read));
                run.store(new Checkpoint(checkpoint, known.toJson()));
            } else {
                read.files += part.files().size();
            }
            analysed.add(known);
        }
        return analysed;
    }

    private static Progress telling(JobRun run, String step, int from, int to, int all, Count read) {
        return () -> run.progress(step, from + (to - from) * ++read.files / all);
    }

    private static final class Count {
        int files;
    }

    private static Map<String, AnalysedPart> stored(JobRun run) {
        Map<String, AnalysedPart> stored = new HashMap<>();
        run.stored().stream()
                .filter(checkpoint -> checkpoint.step().startsWith(CHECKPOINT))
                .forEach(checkpoint -> stored.put(checkpoint.step(), AnalysedPart.fromJson(checkpoint.content())));
        return stored;
    }
}
