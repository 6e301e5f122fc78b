package dev.assistant.notice;

import java.time.Instant;
import java.util.List;

/** What people are to be told. Thread-safe. */
public interface Notices {
    /** What happened lately, since people asked to be told, and they have not been told; the oldest first. */
    List<Notice> due(int limit, Instant now);

    /** Notes that somebody has been told. Noting it twice does nothing. */
    void told(Notice notice, Instant now);
}
