package dev.assistant.runtime.upload;

import java.io.IOException;
import java.io.InputStream;

/** The files of an archive, one after the other. */
interface Archive {
    /**
     * Hands each file over.
     *
     * @throws RefusedUpload when it holds what it may not
     * @throws IOException when it is damaged
     */
    void forEach(Taker taker) throws IOException;

    /** Takes files. */
    interface Taker {
        /** @param content read as far as wanted, and not kept */
        void take(String path, InputStream content) throws IOException;

        /** A link, whose target nobody looks at. */
        void passOver(String link);
    }
}
