package roundhouse.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The one folder that outlives a run. Whoever holds it may take what runs in it for an orphan. */
final class DataFolder implements AutoCloseable {
    private static final long LEAST_ROOM = 500L << 20;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder claim(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            if (path.toFile().getUsableSpace() < LEAST_ROOM) {
                throw new CannotStart("Less than 500 MB are free for " + path
                        + ": make room, or set ROUNDHOUSE_DATA to a folder on another disk.");
            }
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path + " cannot be used (" + e
                    + "): set ROUNDHOUSE_DATA to a folder that this user may write.", e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = null;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new CannotStart("Another Roundhouse is running on " + path
                    + ": end it, or set ROUNDHOUSE_DATA to a folder of its own for this one.");
        }
        return channel;
    }

    Path path(String name) {
        return path.resolve(name);
    }

    Secrets secrets() {
        return Secrets.keptIn(path("secrets.properties"));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
