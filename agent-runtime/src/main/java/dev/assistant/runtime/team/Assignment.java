package dev.assistant.runtime.team;

import dev.assistant.product.Product;
import dev.assistant.product.Product.About;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.Provenance;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.agent.Prompt;
import dev.assistant.runtime.agent.Session;
import dev.assistant.runtime.conversation.Conversation.CodeVoice;
import dev.assistant.runtime.conversation.Conversation.Material;
import dev.assistant.runtime.conversation.ConversationResult;
import dev.assistant.runtime.conversation.Ending;
import dev.assistant.runtime.conversation.WorkflowChat;
import dev.assistant.runtime.model.ModelMessage.Asked;
import dev.assistant.runtime.repository.ChangedLines;
import dev.assistant.runtime.source.Obtained;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.runtime.workflow.Workflow.Outcome;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One attempt at a job in the hands of its agents. For one thread. */
public final class Assignment {
    /** The conversation that all others are part of, and the step at which a person is asked. */
    public static final String MAIN = "main";

    private final JobRun run;
    private final Obtained obtained;
    private final Team team;
    private final WorkflowChat chat;
    private final Session session;

    private Assignment(JobRun run, Obtained obtained, Team team, WorkflowChat chat, Session session) {
        this.run = run;
        this.obtained = obtained;
        this.team = team;
        this.chat = chat;
        this.session = session;
    }

    static Assignment begin(JobRun run, Obtained obtained, Team team, WorkflowChat chat) {
        return new Assignment(
                run, obtained, team, chat, team.open(run, obtained.request().input()));
    }

    /** What was asked for, with its files. */
    public ReviewRequest request() {
        return obtained.request();
    }

    /** What of the files agents can be given. */
    public Reading reading() {
        return Reading.of(obtained);
    }

    /** All files, those first that a pull request changes. */
    public List<SourceFile> files() {
        return changed()
                .map(lines -> lines.first(request().files()))
                .orElse(request().files());
    }

    /** What a pull request changes; empty when the job is about none. */
    public Optional<ChangedLines> changed() {
        return obtained.changed();
    }

    /** In words: that agents know of a pull request's lines, and which files were set aside before anybody saw them. */
    public List<String> notes() {
        return Stream.concat(
                        changed().map(lines -> "The agents were told which lines the pull request changes.").stream(),
                        new NotRead().and(obtained.setAside()).notes().stream())
                .toList();
    }

    public WorkflowChat chat() {
        return chat;
    }

    public Session session() {
        return session;
    }

    public Instant now() {
        return team.clock().instant();
    }

    public void progress(String step, int percent) {
        run.progress(step, percent);
    }

    /** What a person decided about what came of it; empty while nobody was asked. */
    public Optional<Decision> decision() {
        return run.decision(MAIN);
    }

    /**
     * Has the agents hold their conversation.
     *
     * @param values what the task's places are filled with
     * @param code what agents say for whom no model speaks
     */
    public ConversationResult hold(Map<String, String> values, List<Material> material, Map<String, CodeVoice> code)
            throws InterruptedException {
        return team.engine().hold(chat.conversation(MAIN, values, material, code), session);
    }

    /** Has one agent answer one request. */
    public Turn ask(String id, String agent, String request) throws InterruptedException {
        return team.engine().ask(id, chat.role(agent), List.of(new Asked(request)), session);
    }

    /**
     * What a product says of itself.
     *
     * @param notes what is to be known about it; that the agents did not get done is added
     * @param prompts instructions beside those of the conversation
     */
    public About about(String summary, ConversationResult result, List<String> notes, Prompt... prompts) {
        boolean isDone = result.isComplete() || result.ending().kind() == Ending.Kind.ASKS_PERSON;
        List<String> all = new ArrayList<>(notes);
        if (!isDone) {
            all.add("The agents did not get done. " + result.ending().why());
        }
        return new About(summary, isDone, all, provenance(prompts));
    }

    private Provenance provenance(Prompt... besides) {
        Stream<Prompt> common = Stream.concat(team.engine().prompts().stream(), Stream.of(besides));
        return Provenance.of(request().files())
                .with(
                        session.models(),
                        Stream.concat(chat.definitions().stream(), common.map(Prompt::identity))
                                .distinct()
                                .sorted()
                                .toList());
    }

    public Outcome produced(Product product) {
        return new Outcome.Produced(product, AgentUsage.of(session.turns()));
    }

    /** @param what was expected, such as {@code No plan was made.} */
    public Outcome nothing(String what, ConversationResult result) {
        return new Outcome.Refused(what + " " + result.ending().why());
    }
}
