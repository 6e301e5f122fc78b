package dev.assistant.runtime.analysis.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One test of an OWASP Benchmark, from its list of expected results. */
record LabelledTest(String name, String category, boolean vulnerable, int cwe) {
    /** Only every second test is looked at, so that the others stay unseen. */
    boolean isEven() {
        return Integer.parseInt(name.replaceAll("\\D", "")) % 2 == 0;
    }

    /** Reads {@code expectedresults-*.csv} in a folder. */
    static List<LabelledTest> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path csv = files.filter(file -> file.getFileName().toString().matches("expectedresults-.*\\.csv"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no expectedresults-*.csv in " + folder));
            List<LabelledTest> tests = new ArrayList<>();
            for (String line : Files.readAllLines(csv)) {
                String[] fields = line.split(",");
                if (!line.startsWith("#") && fields.length >= 4) {
                    tests.add(new LabelledTest(
                            fields[0],
                            fields[1],
                            Boolean.parseBoolean(fields[2]),
                            Integer.parseInt(fields[3].strip())));
                }
            }
            return tests;
        }
    }
}
