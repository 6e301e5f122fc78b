package dev.assistant.runtime.review;

import static dev.assistant.review.Summary.count;

import dev.assistant.review.ReviewReport;
import dev.assistant.review.Summary;
import dev.assistant.review.Units;
import dev.assistant.review.Units.Reason;
import dev.assistant.runtime.review.AnalysedBatch.Unread;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What agents say when no model speaks for them: what was counted, in words. */
final class Facts {
    private Facts() {}

    /** Such as "3 files, 412 lines of Python. 1 file set aside: generated code." */
    static String submitted(Units units) {
        String reviewed = units.toReview().isEmpty()
                ? "No file to review."
                : count(units.toReview().size(), "file") + ", " + Summary.extent(units.toReview()) + ".";
        if (units.setAside().isEmpty()) {
            return reviewed;
        }
        Map<Reason, Long> reasons = units.setAside().stream()
                .map(Units.SetAside::reason)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        String why = reasons.entrySet().stream()
                .map(entry -> (reasons.size() == 1 ? "" : entry.getValue() + " ")
                        + entry.getKey().words())
                .collect(Collectors.joining(", "));
        return reviewed + " " + count(units.setAside().size(), "file") + " set aside: " + why + ".";
    }

    /** Such as "Files 1 to 40 of 120 read with sonar: 17 findings. 2 files could not be read to the end." */
    static String analysed(String analysers, AnalysedBatch batch, int findings, int before, int files) {
        if (analysers.isEmpty()) {
            return "No analyser reads these files.";
        }
        int read = batch.paths().size();
        String which = read == 1
                ? batch.paths().getFirst()
                : "Files %d to %d of %d".formatted(before + 1, before + read, files);
        String what = "%s read with %s: %s."
                .formatted(which, analysers, findings == 0 ? "no findings" : count(findings, "finding"));
        if (!batch.reused().isEmpty()) {
            what += " %s unchanged since an earlier review.".formatted(unchanged(batch));
        }
        long failed = batch.unread().stream().map(Unread::path).distinct().count();
        return failed == 0 ? what : what + " " + count(failed, "file") + " could not be read to the end.";
    }

    private static String unchanged(AnalysedBatch batch) {
        int reused = batch.reused().size();
        return reused == batch.paths().size()
                ? (reused == 1 ? "It is" : "All are")
                : reused + (reused == 1 ? " is" : " are");
    }

    /** Such as "3 findings in all. Gate failed." */
    static String concluded(ReviewReport report) {
        String all = report.findings().isEmpty()
                ? "No findings"
                : count(report.findings().size(), "finding");
        return all + " in all. Gate " + report.verdict().gate().id() + ".";
    }
}
