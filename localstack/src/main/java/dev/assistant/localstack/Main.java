package dev.assistant.localstack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the stack; SIGTERM stops it. {@code ./localstack/up} calls it with the settings in the environment. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final Duration LOOK_AFTER_PARENT = Duration.ofSeconds(1);

    private Main() {}

    /** @param arguments the file that the person's lines are written to */
    public static void main(String[] arguments) {
        Progress progress = Progress.to(arguments[0]);
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            StackSettings settings = StackSettings.from(System.getenv());
            Stack stack = new Stack(settings, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stack.close();
                stopped.countDown();
            }));
            settings.parent().ifPresent(Main::endWith);
            stack.start();
            progress.total();
            progress.line("Mails: " + settings.get("AWS_ENDPOINT_URL_SESV2"));
            if (settings.isObserved()) {
                progress.line("Metrics and traces: http://127.0.0.1:" + settings.get("LOCAL_OBSERVE_PORT"));
            }
            progress.line("Ready: http://localhost:" + settings.port());
        } catch (RuntimeException e) {
            LOG.error("the stack did not start", e);
            progress.line("The stack did not start: " + e.getMessage());
            System.exit(1);
        }
        awaitUninterruptibly(stopped);
    }

    /** Who started the stack in the foreground may be killed without a chance to stop it. */
    private static void endWith(long parent) {
        Thread.ofVirtual().name("parent").start(() -> {
            try {
                while (ProcessHandle.of(parent).map(ProcessHandle::isAlive).orElse(false)) {
                    Thread.sleep(LOOK_AFTER_PARENT);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            System.exit(0);
        });
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
