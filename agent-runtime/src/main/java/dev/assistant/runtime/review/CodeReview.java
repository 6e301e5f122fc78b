package dev.assistant.runtime.review;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.AnalysedUnits;
import dev.assistant.review.AnalysisMode;
import dev.assistant.review.Comparison;
import dev.assistant.review.ConcludeReview;
import dev.assistant.review.FileOutcome;
import dev.assistant.review.Finding;
import dev.assistant.review.Provenance;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.review.Shelf;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TriageMemory;
import dev.assistant.review.Triages;
import dev.assistant.review.Units;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.review.AnalysedBatch.Unread;
import dev.assistant.runtime.source.ObtainFiles;
import dev.assistant.runtime.source.Obtained;
import dev.assistant.runtime.upload.RefusedUpload;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.runtime.workflow.Workflow;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Leases.Checkpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Code is reviewed (SPEC section 6): a leading agent decides what is looked at and judges, {@code executor} runs the analysers, and
 * where a model is configured agents go on from there. Without one the judging is deterministic; both say only what they counted.
 *
 * <p>Analysers that look across files get the whole submission first, as far as memory allows; the others get it in batches.
 * A checkpoint after each part and batch, and telling findings only afterwards, make a resumed review repeat no finished
 * batch and no finding: a finding's id depends on the code alone.
 */
public final class CodeReview implements Workflow {
    private static final String EXECUTOR = "executor";
    private static final String CHECKPOINT = "analysed:";
    private static final String ANALYZING = "analyzing";

    /** Percent of the way at which the analysis of files begins and ends. */
    private static final int BEGUN = 10;

    /** Percent at which analysers that look across files are done. */
    private static final int ACROSS = 35;

    private static final int READ = 90;
    /** The same where agents come afterwards. */
    private static final int READ_FOR_AGENTS = 60;

    private final ReviewKind kind;
    private final Reviews reviews;
    private final Triages triages;
    private final ObtainFiles files;
    private final ConcludeReview conclusion;
    private final AnalyseFiles analysers;
    private final InstantSource clock;

    public CodeReview(
            ReviewKind kind,
            Reviews reviews,
            Triages triages,
            ObtainFiles files,
            List<AnalysisEngine> engines,
            AnalysedUnits units,
            ConcludeReview conclusion,
            InstantSource clock) {
        this.kind = kind;
        this.reviews = reviews;
        this.triages = triages;
        this.files = files;
        this.conclusion = conclusion;
        this.analysers = new AnalyseFiles(engines, new EarlierResults(units, clock), clock);
        this.clock = clock;
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Outcome run(JobRun run) throws InterruptedException {
        Instant started = clock.instant();
        run.progress("preparing", 0);
        Obtained obtained;
        try {
            obtained = files.obtain(run);
        } catch (RefusedUpload refused) {
            return new Outcome.Refused(refused.explanation());
        }
        return review(run, obtained, started);
    }

    private Outcome review(JobRun run, Obtained obtained, Instant started) throws InterruptedException {
        ReviewRequest request = obtained.request();
        Units all = Units.of(request.files(), request.settings().ignored()).without(obtained.setAside());
        Units units = obtained.changed().map(changed -> all.only(changed::isIn)).orElse(all);
        run.say(kind.lead(), Facts.submitted(units));
        Duration preparing = Duration.between(started, clock.instant());

        Analysed analysed = analyse(run, obtained, all.toReview(), units.toReview());

        ConcludeReview.Work work = work(obtained, units, analysed, preparing);
        Optional<AgentsReview.Reviewed> reviewed = Optional.empty();
        if (kind.agents().isPresent()) {
            reviewed = Optional.of(kind.agents().get().review(run, obtained, units.toReview(), work.findings()));
            work = with(work, obtained, reviewed.get());
            work.findings().stream()
                    .filter(finding -> finding.shelf() != Shelf.TOOL_CONFIRMED)
                    .filter(finding -> request.wants(finding.category()))
                    .forEach(run::found);
        }

        run.progress("concluding", 95);
        ReviewReport report = decided(conclusion.conclude(request, work), reviewed);
        files.answer(run, obtained, report);
        run.say(kind.lead(), Facts.concluded(report));
        return new Outcome.Reviewed(report);
    }

    /** The analysers' work with what agents made of it. */
    private ConcludeReview.Work with(ConcludeReview.Work work, Obtained obtained, AgentsReview.Reviewed reviewed) {
        return new ConcludeReview.Work(
                AnalysisMode.AGENTS,
                work.outcomes().stream()
                        .map(outcome -> Optional.ofNullable(
                                        reviewed.gaps().get(outcome.file().path()))
                                .map(outcome::without)
                                .orElse(outcome))
                        .toList(),
                judged(obtained, reviewed.findings()),
                work.secretsMasked() + reviewed.secretsMasked(),
                work.findingsDropped() + reviewed.dropped(),
                work.suppressed(),
                together(work.agents(), reviewed.usage()),
                work.comparison(),
                work.provenance().with(reviewed.models(), reviewed.prompts()));
    }

    private static List<AgentUsage> together(List<AgentUsage> analysers, List<AgentUsage> agents) {
        Map<String, AgentUsage> byAgent = new LinkedHashMap<>();
        Stream.concat(agents.stream(), analysers.stream())
                .forEach(usage -> byAgent.merge(usage.agent(), usage, AgentUsage::plus));
        return List.copyOf(byAgent.values());
    }

    /** What a workflow that decides comes to stands beside the report, and at the end of its summary. */
    private ReviewReport decided(ReviewReport report, Optional<AgentsReview.Reviewed> reviewed) {
        FeatureDecision heard = reviewed.map(AgentsReview.Reviewed::decision).orElseGet(FeatureDecision::new);
        return kind.decides() ? report.decided(heard.about(report)) : report;
    }

    /**
     * What the analysers made of a submission.
     *
     * @param across by those that look across files
     * @param batches by all, file by file
     */
    private record Analysed(List<AnalysedPart> across, List<AnalysedBatch> batches) {}

    /**
     * @param context what analysers that look across files may see
     * @param files what is reported on
     */
    private Analysed analyse(JobRun run, Obtained obtained, List<SourceFile> context, List<SourceFile> files)
            throws InterruptedException {
        ReviewRequest request = obtained.request();
        List<AnalysedBatch> done = new ArrayList<>();
        Telling telling = new Telling(run, obtained, analysers.names(files), files.size());
        telling.begun();
        List<AnalysedPart> across =
                new AnalyseParts(analysers).analyse(run, request, context, ANALYZING, BEGUN, ACROSS);
        for (AnalysedBatch stored : stored(run)) {
            done.add(stored);
            telling.of(stored);
        }
        List<SourceFile> left = without(done, files);
        for (List<SourceFile> batch : Batches.of(left, analysers.unchanged(request, left))) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            AnalysedBatch analysed = analysers.analyse(request, batch, across);
            run.store(new Checkpoint(CHECKPOINT + done.size(), analysed.toJson()));
            done.add(analysed);
            telling.of(analysed);
        }
        return new Analysed(across, done);
    }

    private static List<AnalysedBatch> stored(JobRun run) {
        return run.stored().stream()
                .filter(checkpoint -> checkpoint.step().startsWith(CHECKPOINT))
                .map(checkpoint -> AnalysedBatch.fromJson(checkpoint.content()))
                .toList();
    }

    private static List<SourceFile> without(List<AnalysedBatch> done, List<SourceFile> files) {
        var paths = done.stream().flatMap(batch -> batch.paths().stream()).collect(Collectors.toUnmodifiableSet());
        return files.stream().filter(file -> !paths.contains(file.path())).toList();
    }

    private ConcludeReview.Work work(Obtained obtained, Units units, Analysed analysed, Duration preparing) {
        ReviewRequest request = obtained.request();
        List<AnalysedBatch> batches = analysed.batches();
        List<Unread> unread = all(batches, AnalysedBatch::unread);
        Stream<FileOutcome> aside = units.setAside().stream().map(FileOutcome::of);
        Set<String> reused = Set.copyOf(all(batches, AnalysedBatch::reused));
        Stream<FileOutcome> read = units.toReview().stream().map(file -> {
            FileOutcome outcome = FileOutcome.of(file, analysers.readings(file, unread));
            return reused.contains(file.path()) ? outcome.fromEarlier() : outcome;
        });
        List<Finding> findings = judged(obtained, all(batches, AnalysedBatch::findings));
        return new ConcludeReview.Work(
                AnalysisMode.DETERMINISTIC,
                Stream.concat(aside, read).toList(),
                findings,
                batches.stream().mapToInt(AnalysedBatch::secretsMasked).sum(),
                batches.stream().mapToInt(AnalysedBatch::findingsDropped).sum(),
                all(batches, AnalysedBatch::suppressed),
                List.of(
                        usage(kind.lead(), preparing.plus(total(batches, AnalysedBatch::merging))),
                        usage(
                                EXECUTOR,
                                total(batches, AnalysedBatch::executing)
                                        .plus(total(analysed.across(), AnalysedPart::executing)))),
                request.baseline().flatMap(baseline -> comparison(request.owner(), baseline)),
                Provenance.of(analysers.version(), request.files()));
    }

    /** A baseline that was deleted meanwhile is none. */
    private Optional<Comparison> comparison(UserId owner, JobId baseline) {
        try {
            return Optional.of(
                    new Comparison(baseline, reviews.finished(owner, baseline).report()));
        } catch (Failure.NotFound gone) {
            return Optional.empty();
        }
    }

    /** The findings with what people have decided about them. */
    private List<Finding> judged(Obtained obtained, List<Finding> findings) {
        List<Finding> remembered = triages.memory(
                        obtained.request().job(), TriageMemory.fingerprints(findings), clock.instant())
                .apply(findings);
        return obtained.changed().map(changed -> changed.judged(remembered)).orElse(remembered);
    }

    private static <T> List<T> all(List<AnalysedBatch> batches, Function<AnalysedBatch, List<T>> part) {
        return batches.stream().flatMap(batch -> part.apply(batch).stream()).toList();
    }

    private static <T> Duration total(List<T> analysed, Function<T, Duration> part) {
        return analysed.stream().map(part).reduce(Duration.ZERO, Duration::plus);
    }

    private int readAt() {
        return kind.agents().isPresent() ? READ_FOR_AGENTS : READ;
    }

    private static AgentUsage usage(String agent, Duration duration) {
        return new AgentUsage(agent, duration, 0, 0, BigDecimal.ZERO);
    }

    /** Tells what became of each batch. */
    private final class Telling {
        private final JobRun run;
        private final Obtained obtained;
        private final String analysers;
        private final int files;
        private int read;

        private Telling(JobRun run, Obtained obtained, String analysers, int files) {
            this.run = run;
            this.obtained = obtained;
            this.analysers = analysers;
            this.files = files;
        }

        private void begun() {
            run.progress(ANALYZING, BEGUN);
        }

        private void of(AnalysedBatch batch) {
            List<Finding> wanted = judged(
                    obtained,
                    batch.findings().stream()
                            .filter(finding -> obtained.request().wants(finding.category()))
                            .toList());
            wanted.forEach(run::found);
            run.say(EXECUTOR, Facts.analysed(analysers, batch, wanted.size(), read, files));
            read += batch.paths().size();
            run.progress(ANALYZING, ACROSS + (readAt() - ACROSS) * read / files);
        }
    }
}
