package dev.assistant.runtime.review;

import dev.assistant.review.AgentUsage;
import dev.assistant.review.Agreement;
import dev.assistant.review.CodeGroups;
import dev.assistant.review.CutPoints;
import dev.assistant.review.Evidence;
import dev.assistant.review.Finding;
import dev.assistant.review.Fix;
import dev.assistant.review.MergeEvidence;
import dev.assistant.review.MergeEvidence.Merged;
import dev.assistant.review.Opinion;
import dev.assistant.review.Quotes;
import dev.assistant.review.Quotes.Match;
import dev.assistant.review.Quotes.Place;
import dev.assistant.review.Shelf;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Stretch;
import dev.assistant.review.Summary;
import dev.assistant.runtime.agent.Agents;
import dev.assistant.runtime.agent.Prompt;
import dev.assistant.runtime.agent.Session;
import dev.assistant.runtime.codebase.outline.FunctionBorders;
import dev.assistant.runtime.conversation.Conversation;
import dev.assistant.runtime.conversation.Conversation.CodeVoice;
import dev.assistant.runtime.conversation.Conversation.Material;
import dev.assistant.runtime.conversation.Conversation.Spoken;
import dev.assistant.runtime.conversation.ConversationResult;
import dev.assistant.runtime.conversation.WorkflowChat;
import dev.assistant.runtime.repository.ChangedLines;
import dev.assistant.runtime.review.CheckClaim.Verdict;
import dev.assistant.runtime.review.Claims.Claim;
import dev.assistant.runtime.review.Claims.Dismissal;
import dev.assistant.runtime.source.Obtained;
import dev.assistant.runtime.team.ChangedMaterial;
import dev.assistant.runtime.team.Team;
import dev.assistant.runtime.triage.TriageLessons;
import dev.assistant.runtime.workflow.JobRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Agents review what the analysers have read (ARCHITECTURE section 4, steps 3 to 6): group by group they hold the workflow's
 * conversation, then each of their claims is located in the code and checked. What is not in the code or was refuted is dropped,
 * counted and named; a group whose conversation came to nothing leaves its files partly reviewed. Thread-safe.
 */
public final class AgentsReview {
    private static final String REVIEWING = "reviewing";
    private static final String EXECUTOR = "executor";
    /** Of the way, where agents begin and end. */
    private static final int BEGUN = 60;

    private static final int DONE = 94;
    /** Claims of one group that are looked at; more are no review. */
    private static final int MOST_CLAIMS = 60;
    /** How sure a claim can be that nothing has confirmed. */
    private static final double UNDECIDED_CONFIDENCE = 0.5;

    private static final CutPoints BORDERS = new FunctionBorders();

    private final WorkflowChat chat;
    private final Team team;
    private final CheckClaim check;
    private final RecalledTriage triage;

    public AgentsReview(String workflow, Team team, Agents agents, TriageLessons lessons) {
        this.chat = team.chat(workflow);
        this.team = team;
        this.check = new CheckClaim(team.engine(), agents);
        this.triage = new RecalledTriage(lessons);
    }

    /**
     * What agents made of a submission.
     *
     * @param findings the analysers' and theirs
     * @param gaps why a file was not wholly looked at, by path
     * @param dropped claims that are not in the code, or were refuted
     * @param decision what they say about the whole
     * @param models that answered
     * @param prompts see {@link dev.assistant.review.Provenance}
     */
    record Reviewed(
            List<Finding> findings,
            Map<String, String> gaps,
            int secretsMasked,
            int dropped,
            List<AgentUsage> usage,
            FeatureDecision decision,
            List<String> models,
            List<String> prompts) {}

    /** @throws InterruptedException when the calling thread was interrupted; turns that were taken are stored */
    Reviewed review(JobRun run, Obtained obtained, List<SourceFile> files, List<Finding> known)
            throws InterruptedException {
        Session session = team.open(run, obtained.request().input());
        Reviewing reviewing = new Reviewing(run, session, files, known, obtained.changed());
        List<List<Stretch>> groups = CodeGroups.of(files, BORDERS);
        for (int number = 0; number < groups.size(); number++) {
            run.progress(REVIEWING, BEGUN + (DONE - BEGUN) * number / groups.size());
            reviewing.group(number, groups.get(number));
        }
        return reviewing.result();
    }

    /** One job's review on its way. For one thread. */
    private final class Reviewing {
        private final JobRun run;
        private final Session session;
        private final List<SourceFile> files;
        private final List<Finding> known;
        private final Optional<ChangedLines> changed;
        private final String recalled;
        private final Map<String, String> gaps = new LinkedHashMap<>();
        private final Map<Evidence, Shelf> shelves = new LinkedHashMap<>();
        private final List<Opinion> opinions = new ArrayList<>();
        private final FeatureDecision decision = new FeatureDecision();
        private int dropped;

        private Reviewing(
                JobRun run,
                Session session,
                List<SourceFile> files,
                List<Finding> known,
                Optional<ChangedLines> changed) {
            this.run = run;
            this.session = session;
            this.files = files;
            this.known = known;
            this.changed = changed;
            this.recalled = triage.about(files, session);
        }

        private void group(int number, List<Stretch> group) throws InterruptedException {
            List<Finding> evidence = Prompts.about(group, known);
            ConversationResult result = team.engine().hold(conversation(number, group, evidence), session);
            if (!result.isComplete()) {
                group.forEach(stretch -> gaps.putIfAbsent(stretch.path(), why(result)));
            }
            decision.hear(result);
            Claims claims = Claims.of(result);
            int count = 0;
            for (Claim claim : claims.made()) {
                weigh("check/%d/%d".formatted(number, count++), claim, group, evidence, count > MOST_CLAIMS);
            }
            claims.dismissed()
                    .forEach(dismissal -> evidence.stream()
                            .filter(finding -> finding.id().equals(dismissal.id()))
                            .findFirst()
                            .ifPresent(finding -> dispute(finding, dismissal)));
        }

        private void dispute(Finding finding, Dismissal dismissal) {
            opinions.add(
                    new Opinion(dismissal.agent(), finding.id(), Optional.empty(), Prompts.cited(dismissal.reason())));
            run.say(
                    dismissal.agent(),
                    Prompts.cited("Disagrees with %s: %s".formatted(Prompts.title(finding), dismissal.reason())));
        }

        private Conversation conversation(int number, List<Stretch> group, List<Finding> evidence) {
            List<Material> material = new ArrayList<>();
            group.forEach(stretch -> material.add(new Material(stretch.name(), stretch.numbered())));
            changed.ifPresent(lines ->
                    material.add(ChangedMaterial.of(lines, group.stream().map(Stretch::path))));
            material.add(new Material("findings of analysers", Prompts.evidence(evidence)));
            material.add(new Material("past decisions of the project's people", Prompts.decisions(evidence, recalled)));
            CodeVoice executor = soFar -> new Spoken(
                    "The analysers report " + Summary.count(evidence.size(), "finding") + ".", Optional.empty(), false);
            return chat.conversation("review-" + number, Map.of(), material, Map.of(EXECUTOR, executor));
        }

        private void weigh(String id, Claim claim, List<Stretch> group, List<Finding> evidence, boolean isTooMuch)
                throws InterruptedException {
            Optional<Stretch> there = group.stream()
                    .filter(stretch -> stretch.path().equals(claim.path()))
                    .findFirst();
            Optional<Place> place =
                    there.flatMap(stretch -> new Quotes(stretch.file()).find(claim.quote(), stretch.first()));
            if (there.isEmpty() || place.isEmpty() || isTooMuch) {
                drop(claim, there.isEmpty() ? "there is no such file" : "the code does not hold what it quotes");
                return;
            }
            List<String> same = evidence.stream()
                    .filter(finding -> claim.evidence().contains(finding.id()))
                    .filter(finding -> finding.path().equals(claim.path()))
                    .map(Finding::id)
                    .toList();
            if (!same.isEmpty()) {
                same.forEach(finding -> opinions.add(new Opinion(
                        claim.agent(), finding, Optional.of(claim.severity()), Prompts.cited(claim.message()))));
                return;
            }
            Verdict verdict = check.check(id, claim, there.get(), place.get().range(), session);
            if (verdict == Verdict.REFUTED) {
                drop(claim, "a second look at the code refutes it");
                return;
            }
            Shelf shelf = verdict == Verdict.CONFIRMED ? Shelf.VERIFIED : Shelf.UNVERIFIED;
            shelves.merge(
                    evidence(claim, place.get(), shelf), shelf, (one, other) -> one.compareTo(other) < 0 ? one : other);
        }

        private void drop(Claim claim, String why) {
            dropped++;
            run.say(
                    claim.agent(),
                    Prompts.cited("Dropped: %s (%s): %s.".formatted(claim.message(), claim.path(), why)));
        }

        private static Evidence evidence(Claim claim, Place place, Shelf shelf) {
            double confidence =
                    shelf == Shelf.VERIFIED ? claim.confidence() : Math.min(claim.confidence(), UNDECIDED_CONFIDENCE);
            return new Evidence(
                    claim.agent(),
                    "agents:" + claim.category().id(),
                    claim.severity(),
                    claim.category(),
                    claim.path(),
                    place.range(),
                    claim.message(),
                    claim.suggestion(),
                    claim.replacement()
                            .filter(replacement -> place.match() == Match.EXACT)
                            .map(replacement -> new Fix("Proposed by " + claim.agent(), place.range(), replacement)),
                    claim.cwe(),
                    confidence,
                    List.of());
        }

        private Reviewed result() {
            Merged merged = MergeEvidence.merge(
                    files, List.copyOf(shelves.keySet()), report -> shelves.getOrDefault(report, Shelf.UNVERIFIED));
            merged.findings().forEach(this::hearAbout);
            return new Reviewed(
                    Agreement.join(known, merged.findings(), opinions),
                    gaps,
                    merged.secretsMasked(),
                    dropped,
                    AgentUsage.of(session.turns()),
                    decision,
                    session.models(),
                    prompts());
        }

        /** Notes how severe each of a finding's claimants holds it. */
        private void hearAbout(Finding finding) {
            shelves.keySet().stream()
                    .filter(claim -> claim.path().equals(finding.path()))
                    .filter(claim -> finding.sources().contains(claim.engine()))
                    .filter(claim -> claim.category() == finding.category())
                    .filter(claim -> finding.range()
                            .filter(claim.range()::sharesLineWith)
                            .isPresent())
                    .map(claim -> new Opinion(
                            claim.engine(),
                            finding.id(),
                            Optional.of(claim.severity()),
                            Prompts.cited(claim.message())))
                    .forEach(opinions::add);
        }
    }

    /** What agents can have been told. */
    private List<String> prompts() {
        return Stream.of(
                        chat.definitions().stream(),
                        team.engine().prompts().stream().map(Prompt::identity),
                        check.definitions())
                .flatMap(identities -> identities)
                .distinct()
                .sorted()
                .toList();
    }

    private static String why(ConversationResult result) {
        return result.children().entrySet().stream()
                .filter(child -> !child.getValue().isComplete())
                .map(child -> child.getKey() + ": " + why(child.getValue()))
                .sorted()
                .reduce((one, other) -> one + " " + other)
                .orElse(result.ending().why());
    }
}
