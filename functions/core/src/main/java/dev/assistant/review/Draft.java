package dev.assistant.review;

import dev.assistant.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody may submit, as far as an estimate needs to know; nothing of it is checked yet.
 *
 * @param workflow the workflow's name; left out for {@link Submission#DEFAULT_WORKFLOW}
 * @param files none when there are only an upload or a repository
 */
public record Draft(
        UserId owner,
        Optional<String> workflow,
        Optional<UUID> project,
        List<File> files,
        Optional<UploadId> upload,
        Optional<Submission.Repository> repository) {
    public Draft {
        files = List.copyOf(files);
    }

    /**
     * A file, or only how large it is.
     *
     * @param content left out where the code is not to be sent yet
     * @param bytes its size, where {@code content} is left out
     */
    public record File(String path, Optional<String> content, long bytes) {
        @Override
        public String toString() {
            return "File[" + path + "]";
        }
    }
}
