package dev.assistant.runtime.team;

import dev.assistant.review.IgnoredPaths;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Units;
import dev.assistant.runtime.conversation.Conversation.Material;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a submission that agents are given, as many as a model can take.
 *
 * @param files in their order
 * @param notes which files they are not given, and why
 */
public record Reading(List<SourceFile> files, List<String> notes) {
    public Reading {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    public static Reading of(List<SourceFile> submitted, IgnoredPaths ignored) {
        Units units = Units.of(submitted, ignored);
        List<SourceFile> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        units.setAside()
                .forEach(aside -> notes.add(
                        aside.file().path() + " was not read: " + aside.reason().words() + "."));
        int characters = 0;
        for (SourceFile file : units.toReview()) {
            if (characters + file.content().length() > Units.MOST_CHARACTERS_AT_ONCE) {
                notes.add(file.path() + " was not read: there is more code than a model takes at once.");
            } else {
                files.add(file);
                characters += file.content().length();
            }
        }
        return new Reading(files, notes);
    }

    public List<Material> material() {
        return files.stream()
                .map(file -> new Material(file.path(), file.content()))
                .toList();
    }
}
