package com.maily.console.platforms.sqlite;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Makes sure that one program at a time writes a journal, and tells the others who. The operating system frees the lock of a
 * process that dies, so a crash leaves nothing to clean up; what stands in the lock file then is out of date and overwritten.
 */
final class WriterLock implements AutoCloseable {

    /**
     * Mirrors what the operating system keeps per process: closing any channel on a file frees this process's lock on it (POSIX
     * fcntl), so a second opener within the process must be turned away before it touches the file.
     */
    private static final ConcurrentMap<Path, String> HELD_HERE = new ConcurrentHashMap<>();

    /** The locked byte lies beyond the content: where locks are mandatory, others can still read who holds it. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws FailureException {@code Conflict} naming the holder, {@code Denied} when the lock file cannot be written */
    static WriterLock acquire(Path journal, Actor owner) {
        Path file = lockFile(journal);
        String text = "pid: " + ProcessHandle.current().pid() + "\nuser: " + owner.name() + "\nsince: "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\nwhat: " + owner.source() + "\n";
        String here = HELD_HERE.putIfAbsent(file, text);
        if (here != null) {
            throw held(journal, here);
        }
        try {
            return acquire(journal, file, text);
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw new FailureException(new Failure.Denied("The journal could not be opened for writing",
                    file + " cannot be written (" + e.getClass().getSimpleName() + ").",
                    "Allow this user to write in that folder, or choose another journal file."), e);
        } catch (FailureException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    private static WriterLock acquire(Path journal, Path file, String text) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw held(journal, Files.readString(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
            return new WriterLock(file, channel);
        } catch (IOException | FailureException e) {
            channel.close();
            throw e;
        }
    }

    private static FailureException held(Path journal, String text) {
        String who = field(text, "user").orElse("somebody") + " (" + field(text, "what").orElse("unknown program") + ", process "
                + field(text, "pid").orElse("unknown") + ") has held " + journal + " since " + field(text, "since")
                .orElse("an unknown time");
        return new FailureException(new Failure.Conflict("The journal is in use", who + ".",
                "Close that program first, or open the journal for reading only."));
    }

    private static Optional<String> field(String text, String name) {
        return text.lines().filter(line -> line.startsWith(name + ": ")).map(line -> line.substring(name.length() + 2))
                .findFirst();
    }

    /** By real path, so that two names of one journal are one lock. */
    private static Path lockFile(Path journal) {
        Path absolute = journal.toAbsolutePath();
        try {
            Path real = Files.exists(absolute) ? absolute.toRealPath() : absolute.getParent().toRealPath()
                    .resolve(absolute.getFileName());
            return real.resolveSibling(real.getFileName() + ".lock");
        } catch (IOException e) {
            return absolute.normalize().resolveSibling(absolute.getFileName() + ".lock");
        }
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            System.getLogger(WriterLock.class.getName()).log(System.Logger.Level.WARNING,
                    "The journal's lock file did not close.", e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
