package dev.assistant.notice;

import dev.assistant.identity.AccountMail;
import dev.assistant.identity.AccountMails;
import java.time.InstantSource;
import java.util.List;

/** Mails people what they asked to be told. A mail whose sending was not noted is sent again. Thread-safe. */
public final class SendNotices {
    private static final int AT_ONCE = 200;

    private final Notices notices;
    private final AccountMails mails;
    private final InstantSource clock;

    public SendNotices(Notices notices, AccountMails mails, InstantSource clock) {
        this.notices = notices;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * @return how many mails were sent
     * @throws dev.assistant.failure.Failure.Unavailable when they are not taken; the next run tries again
     */
    public int send() {
        List<Notice> due = notices.due(AT_ONCE, clock.instant());
        for (Notice notice : due) {
            mails.send(new AccountMail.AboutJob(
                    notice.to(), notice.username(), notice.job().value(), notice.workflow(), notice.news()));
            notices.told(notice, clock.instant());
        }
        return due.size();
    }
}
