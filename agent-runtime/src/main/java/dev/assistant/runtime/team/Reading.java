package dev.assistant.runtime.team;

import dev.assistant.review.CutPoints;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Stretch;
import dev.assistant.review.Units;
import dev.assistant.runtime.codebase.outline.FunctionBorders;
import dev.assistant.runtime.conversation.Conversation.Material;
import dev.assistant.runtime.repository.ChangedLines;
import dev.assistant.runtime.source.Obtained;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of a submission that agents are given, as many as a model can take: whole ones in the order of their paths, and the
 * beginning of one more, cut between functions, if there is room. Files that a pull request changes come before the others.
 *
 * @param files in their order, also the one that is cut
 * @param material what agents get of them, and which of their lines a pull request changes
 * @param notes which files they are not given, or not wholly, and why
 */
public record Reading(List<SourceFile> files, List<Material> material, List<String> notes) {
    private static final String TOO_MUCH = "there is more code than a model takes at once";
    /** Less of a file is not worth showing. */
    private static final int SMALLEST_PART = 4_000;

    private static final CutPoints BORDERS = new FunctionBorders();

    public Reading {
        files = List.copyOf(files);
        material = List.copyOf(material);
        notes = List.copyOf(notes);
    }

    static Reading of(Obtained obtained) {
        ReviewRequest request = obtained.request();
        Units units = Units.of(request.files(), request.settings().ignored()).without(obtained.setAside());
        Pile pile = new Pile(new NotRead().and(units.setAside()));
        Optional<ChangedLines> changed = obtained.changed();
        Map<Boolean, List<SourceFile>> rounds = units.toReview().stream()
                .collect(Collectors.partitioningBy(
                        file -> changed.filter(lines -> lines.isIn(file.path())).isPresent()));
        pile.add(rounds.getOrDefault(true, List.of()));
        changed.ifPresent(pile::tell);
        pile.add(rounds.getOrDefault(false, List.of()));
        return pile.reading();
    }

    /** What agents get, as it grows. For one thread. */
    private static final class Pile {
        private final List<SourceFile> files = new ArrayList<>();
        private final List<Material> material = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final NotRead left;
        private int room = Units.MOST_CHARACTERS_AT_ONCE;

        private Pile(NotRead left) {
            this.left = left;
        }

        /** Adds whole files, and the beginning of one for which there is not enough room. */
        private void add(List<SourceFile> some) {
            List<SourceFile> tooLong = new ArrayList<>();
            for (SourceFile file : some) {
                if (file.content().length() > room) {
                    tooLong.add(file);
                } else {
                    files.add(file);
                    material.add(new Material(file.path(), file.content()));
                    room -= file.content().length();
                }
            }
            for (SourceFile file : tooLong) {
                part(file).ifPresentOrElse(part -> add(file, part), () -> left.add(file.path(), TOO_MUCH));
            }
        }

        private void add(SourceFile file, Stretch part) {
            files.add(file);
            material.add(new Material(part.name(), part.text()));
            room = 0;
            notes.add("Of %s, only lines 1 to %,d of %,d were read: %s."
                    .formatted(part.path(), part.last(), part.lines().size(), TOO_MUCH));
        }

        /** Tells which lines of the files that are there are changed. */
        private void tell(ChangedLines changed) {
            material.add(ChangedMaterial.of(changed, files.stream().map(SourceFile::path)));
            notes.add("The files that the pull request changes were read before the others.");
        }

        private Reading reading() {
            notes.addAll(left.notes());
            return new Reading(files, material, notes);
        }

        private Optional<Stretch> part(SourceFile file) {
            return room < SMALLEST_PART ? Optional.empty() : Stretch.whole(file).head(room, BORDERS.of(file));
        }
    }
}
