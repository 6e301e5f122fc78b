package dev.assistant.runtime.upload;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Units.Reason;
import dev.assistant.review.Units.SetAside;

/** A file that was set aside, as checkpoints keep it. Grows only by optional fields. */
public record StoredSetAside(String path, Reason reason, String detail) {
    public static StoredSetAside of(SetAside aside) {
        return new StoredSetAside(aside.file().path(), aside.reason(), aside.detail());
    }

    public SetAside toSetAside() {
        return new SetAside(new SourceFile(path, Language.TEXT, ""), reason, detail);
    }
}
