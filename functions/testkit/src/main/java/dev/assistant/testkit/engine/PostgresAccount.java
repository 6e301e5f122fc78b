package dev.assistant.testkit.engine;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under which account the server runs. PostgreSQL refuses to run as root, and containers run everything as root.
 *
 * <p>The three ways are tried in this order; what an unprivileged container denies is usually the second.
 */
public enum PostgresAccount {
    /** We are not root: nothing to do. */
    OURS {
        @Override
        List<String> prefix() {
            return List.of();
        }
    },

    /** Root in a user namespace of its own: the server sees another user, the files stay root's. */
    OWN_NAMESPACE {
        @Override
        List<String> prefix() {
            return List.of("unshare", "-U");
        }
    },

    /**
     * As {@code nobody}, who gets the data directory. Where the container allows it, the server keeps the right to pass
     * through directories that only root may enter, because a checkout often lies in root's home.
     */
    NOBODY {
        @Override
        List<String> prefix() {
            List<String> plain = List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups");
            List<String> passing = new ArrayList<>(plain);
            passing.add("--inh-caps=+dac_override");
            passing.add("--ambient-caps=+dac_override");
            return works(passing) ? passing : plain;
        }

        @Override
        void take(Path directory) throws IOException {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.toList()) {
                    Files.setAttribute(file, "unix:uid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(file, "unix:gid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    };

    private static final int NOBODY_ID = 65534;

    /**
     * The first of the three ways that works on this machine.
     *
     * @throws IllegalStateException when we are root and none does
     */
    public static PostgresAccount ofThisMachine() {
        if (new UnixSystem().getUid() != 0) {
            return OURS;
        }
        for (PostgresAccount account : List.of(OWN_NAMESPACE, NOBODY)) {
            if (works(account.prefix())) {
                return account;
            }
        }
        throw new IllegalStateException("PostgreSQL refuses to run as root, and neither unshare nor setpriv works here:"
                + " start as another user, or set PG_URL to a server of your own");
    }

    /** What stands before the server's command. */
    abstract List<String> prefix();

    /** Makes the account the owner of an existing directory and all in it. */
    void take(Path directory) throws IOException {}

    private static boolean works(List<String> prefix) {
        List<String> probe = new ArrayList<>(prefix);
        probe.add("true");
        try {
            return new ProcessBuilder(probe)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
