package dev.assistant.realtime;

import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.Sequenced;
import dev.assistant.progress.Sockets;
import dev.assistant.workflow.JobId;
import java.time.Duration;

/**
 * Sockets of which a new one may still be opening. Until its connect call has come back and the handshake is done, the
 * gateway says that it is gone; so a greeting, which is always the first thing sent, is tried again for a while before that
 * is believed. Thread-safe.
 */
final class PatientSockets implements Sockets {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    /** Pauses double: 20 ms, 40 ms, … 1.28 s, about 2.5 s in all. */
    private static final int MOST_ATTEMPTS = 8;

    private final Sockets sockets;

    PatientSockets(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public boolean greet(ConnectionId connection, JobId job) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            if (sockets.greet(connection, job)) {
                return true;
            }
            if (!hasSlept(pause)) {
                break;
            }
            pause = pause.multipliedBy(2);
        }
        return sockets.greet(connection, job);
    }

    @Override
    public boolean send(ConnectionId connection, JobId job, Sequenced event) {
        return sockets.send(connection, job, event);
    }

    @Override
    public void close(ConnectionId connection) {
        sockets.close(connection);
    }

    private static boolean hasSlept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
