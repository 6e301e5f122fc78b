package dev.assistant.product;

import dev.assistant.review.Provenance;
import dev.assistant.workflow.Decision;
import java.util.List;
import java.util.Optional;

/** What came of a workflow that reviews nothing. */
public sealed interface Product {
    About about();

    /**
     * What every product says of itself.
     *
     * @param complete whether the agents got done; otherwise {@code notes} says why not
     * @param notes what was left out or marked because it does not hold, and what is missing
     * @param provenance what it was made of and with; no rules take part
     */
    record About(String summary, boolean complete, List<String> notes, Provenance provenance) {
        public About {
            notes = List.copyOf(notes);
        }
    }

    /** Documentation, as Markdown; names and links in it were checked against the code. */
    record Document(About about, String title, String markdown) implements Product {}

    /**
     * A plan of a deployment. Nothing was deployed.
     *
     * @param markdown the same to read
     * @param decision what a person decided about it; empty when nobody was asked, since it is incomplete
     */
    record Plan(
            About about,
            String environment,
            List<Step> steps,
            List<Check> checklist,
            List<String> risks,
            String markdown,
            Optional<Decision> decision)
            implements Product {
        public Plan {
            steps = List.copyOf(steps);
            checklist = List.copyOf(checklist);
            risks = List.copyOf(risks);
        }

        /**
         * A step of a plan.
         *
         * @param basedOn places in the project's files that it rests on, such as {@code Dockerfile:12}
         * @param rollback how it is undone; empty when it changes nothing
         */
        public record Step(String title, String detail, List<String> basedOn, String rollback) {
            public Step {
                basedOn = List.copyOf(basedOn);
            }
        }

        /** A point to look at before and after. */
        public record Check(String text, List<String> basedOn) {
            public Check {
                basedOn = List.copyOf(basedOn);
            }
        }
    }

    /**
     * An answer to a question.
     *
     * @param markdown the claims with the numbers of their sources
     */
    record Answer(About about, String question, String markdown, List<Claim> claims, List<Source> sources)
            implements Product {
        public Answer {
            claims = List.copyOf(claims);
            sources = List.copyOf(sources);
        }

        /**
         * Something that a source says.
         *
         * @param source position in the answer's sources, from 1
         * @param quote the words there that say so
         */
        public record Claim(String claim, int source, String quote) {}

        /** Where claims are from: a file of the submission, a remembered note, or an address. */
        public record Source(String title, Optional<String> url, Optional<String> path, Optional<Integer> line) {}
    }
}
