package dev.assistant.infrastructure.stacks;

import dev.assistant.infrastructure.constructs.MailService;
import dev.assistant.infrastructure.constructs.QueueConsumer;
import dev.assistant.infrastructure.constructs.Resources;
import dev.assistant.infrastructure.constructs.Surroundings;
import dev.assistant.infrastructure.constructs.WorkQueue;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Mails: the queue that takes them, and the function that hands them to the mail service. */
public final class MailStack extends AssistantStack {
    /** As many as fit into the hour. */
    private static final int ATTEMPTS = 15;

    private final Resources resources;
    private final WorkQueue mails;

    public MailStack(Construct scope, Surroundings around) {
        super(scope, "mail", "mails", around.settings());
        // Six times the function's time, as Lambda asks. Mails hold tokens that work for an hour or a day; none is kept
        // longer than
        // the shorter of the two.
        this.mails = WorkQueue.settingAside(this, "mails", Duration.minutes(3), Duration.hours(1), ATTEMPTS);
        this.resources = Resources.none().with("queues.mails", mails);
        MailService service = new MailService(this, around.settings().accounts());
        new QueueConsumer(this, "mail", mails, around.with(resources).with("mail", service));
    }

    public WorkQueue mails() {
        return mails;
    }

    public Resources resources() {
        return resources;
    }
}
