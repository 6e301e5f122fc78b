package dev.assistant.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.localstack.TestCode;
import dev.assistant.localstack.function.InProcessHost;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private final Connections connections = new Connections();

    @Test
    void finds_a_socket_that_is_opened_while_one_waits_for_it() throws Exception {
        String id = connections.opening();
        FutureTask<Optional<Socket>> find = waiting(id);

        Socket socket = socket(id);
        connections.opened(socket);

        assertThat(find.get(5, TimeUnit.SECONDS)).containsSame(socket);
    }

    @Test
    void finds_nothing_when_the_upgrade_is_refused_meanwhile() throws Exception {
        String id = connections.opening();
        FutureTask<Optional<Socket>> find = waiting(id);

        connections.gone(id);

        assertThat(find.get(5, TimeUnit.SECONDS)).isEmpty();
        assertThat(connections.find(id)).isEmpty();
    }

    private FutureTask<Optional<Socket>> waiting(String id) {
        FutureTask<Optional<Socket>> find = new FutureTask<>(() -> connections.find(id));
        Thread thread = Thread.ofPlatform().daemon().start(find);
        while (thread.getState() != Thread.State.TIMED_WAITING && !find.isDone()) {
            Thread.onSpinWait();
        }
        return find;
    }

    private Socket socket(String id) {
        SocketEvent events = new SocketEvent(id, "127.0.0.1", null, "localhost", Instant.EPOCH);
        return new Socket(events, TestCode.catalogue().named("realtime"), new InProcessHost(Path.of(".")), connections);
    }
}
