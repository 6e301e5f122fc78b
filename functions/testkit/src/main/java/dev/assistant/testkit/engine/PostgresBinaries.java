package dev.assistant.testkit.engine;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once per user and version from the archive on the class path (60 MB). */
final class PostgresBinaries {

    /** Keep equal to the version of the binaries' artefact; a new one gets a directory of its own. */
    private static final String VERSION = "18.6.0";

    private static final Set<PosixFilePermission> EVERYONE_ENTERS = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);

    private PostgresBinaries() {}

    /** The directory that holds {@code bin/postgres}. Safe when several processes ask at once: one unpacks, all wait. */
    static Path unpacked() throws IOException {
        Path cache = userCache().resolve("development-assistant");
        Files.createDirectories(cache);
        Path home = cache.resolve("postgres-" + VERSION + "-" + platform());
        try (FileChannel lock = FileChannel.open(
                        cache.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            assert held.isValid();
            if (!Files.exists(home)) {
                Path half = Files.createTempDirectory(cache, "unpacking");
                unpack(half);
                Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return home;
    }

    /** Root's home is closed to the account that runs the programs, so root's go to where everyone may read. */
    private static Path userCache() {
        if (new UnixSystem().getUid() == 0) {
            return Path.of("/var/cache");
        }
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
    }

    private static void unpack(Path into) throws IOException {
        Files.setPosixFilePermissions(into, EVERYONE_ENTERS);
        String archive = "postgres-" + platform() + ".txz";
        try (InputStream raw = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive)) {
            if (raw == null) {
                throw new IOException(
                        "no PostgreSQL binaries for this machine (" + archive + "); set PG_URL to a server");
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, into.resolve(entry.getName()));
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, EVERYONE_ENTERS);
            }
        }
    }

    /** As the archives are named: {@code linux-x86_64}, {@code linux-arm_64}, {@code darwin-x86_64}, {@code darwin-arm_64}. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return system + "-" + processor;
    }
}
