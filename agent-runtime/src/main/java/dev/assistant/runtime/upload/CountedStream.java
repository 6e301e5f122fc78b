package dev.assistant.runtime.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells how much was read of it. Not thread-safe. */
final class CountedStream extends FilterInputStream {
    private final Counter counter;

    /** Hears of bytes, and may refuse them. */
    @FunctionalInterface
    interface Counter {
        void read(long bytes) throws IOException;
    }

    CountedStream(InputStream stream, Counter counter) {
        super(stream);
        this.counter = counter;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            counter.read(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        if (read > 0) {
            counter.read(read);
        }
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        byte[] scratch = new byte[(int) Math.min(8192, Math.max(1, most))];
        int read = read(scratch, 0, (int) Math.min(scratch.length, most));
        return Math.max(0, read);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
