package dev.assistant.infrastructure.stacks;

import dev.assistant.infrastructure.constructs.AgentService;
import dev.assistant.infrastructure.constructs.QueueConsumer;
import dev.assistant.infrastructure.constructs.Resources;
import dev.assistant.infrastructure.constructs.ScheduledFunction;
import dev.assistant.infrastructure.constructs.Surroundings;
import dev.assistant.infrastructure.constructs.WorkQueue;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Reviews at work: their queue, the service that takes them, what happens to those that fail, and the sweep behind it. */
public final class AgentsStack extends AssistantStack {
    /** Deliveries before a message is given up. */
    private static final int ATTEMPTS = 3;

    private final Resources resources;
    private final WorkQueue reviews;
    private final AgentService service;

    public AgentsStack(Construct scope, Surroundings around) {
        super(scope, "agents", "review queue and agent-runtime", around.settings());
        WorkQueue deadLetters = WorkQueue.of(this, "dead-letters", Duration.minutes(3), Duration.days(14));
        this.reviews = WorkQueue.of(this, "reviews", Duration.minutes(2), Duration.days(4), ATTEMPTS, deadLetters);
        this.resources = Resources.none().with("queues.reviews", reviews).with("queues.dead-letters", deadLetters);
        Surroundings inside = around.with(resources);
        this.service = new AgentService(this, reviews, inside);
        new QueueConsumer(this, "dead-letters", deadLetters, inside);
        new ScheduledFunction(this, "sweep", inside);
    }

    public WorkQueue reviews() {
        return reviews;
    }

    public AgentService service() {
        return service;
    }

    public Resources resources() {
        return resources;
    }
}
