package dev.assistant.adapters.sqs;

import dev.assistant.adapters.json.AccountMailJson;
import dev.assistant.identity.AccountMail;
import dev.assistant.identity.AccountMails;

/**
 * Mails to be delivered by the mail function, in a standard SQS queue. A message holds an unused token, so the queue is
 * encrypted and forgets what it cannot deliver. Thread-safe.
 */
public final class SqsAccountMails implements AccountMails {
    private final SqsQueue queue;

    public SqsAccountMails(SqsQueue queue) {
        this.queue = queue;
    }

    @Override
    public void send(AccountMail mail) {
        queue.send(AccountMailJson.write(mail));
    }
}
