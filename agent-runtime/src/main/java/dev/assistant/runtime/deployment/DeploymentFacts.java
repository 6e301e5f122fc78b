package dev.assistant.runtime.deployment;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.repository.ChangedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what files say about how their project is built and run: Dockerfiles, compose and Kubernetes files, Terraform, CI
 * pipelines, migrations, build files. Only values of a fixed form are taken, since these facts are all that the deployment agent
 * ever sees of submitted text. Immutable.
 */
final class DeploymentFacts {
    private static final int MOST = 300;
    private static final String VALUE = "([\\w./:@+-]{1,200})";

    /** Letters of all scripts, and no spaces: a path is told to an agent, too. */
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{M}\\p{N}_./@+-]{1,300}");

    private final List<Fact> facts;

    private DeploymentFacts(List<Fact> facts) {
        this.facts = List.copyOf(facts);
    }

    private static final List<Source> SOURCES = List.of(
            new Source(
                    "dockerfile",
                    "(?:.*/)?Dockerfile(?:\\.\\w+)?|.*\\.dockerfile",
                    List.of(
                            new Rule("base_image", "^\\s*FROM\\s+(?:--platform=\\S+\\s+)?" + VALUE),
                            new Rule("exposes_port", "^\\s*EXPOSE\\s+" + VALUE),
                            new Rule("runs_as_user", "^\\s*USER\\s+" + VALUE),
                            new Rule("has_healthcheck", "^\\s*(HEALTHCHECK)\\b"),
                            new Rule("starts", "^\\s*(?:ENTRYPOINT|CMD)\\s+\\[?\\s*\"?" + VALUE),
                            new Rule("needs_setting", "^\\s*(?:ENV|ARG)\\s+([A-Z][A-Z0-9_]{0,60})"))),
            new Source(
                    "compose",
                    "(?:.*/)?(?:docker-)?compose[\\w.-]*\\.ya?ml",
                    List.of(
                            new Rule("image", "^\\s*image:\\s*[\"']?" + VALUE),
                            new Rule("publishes_port", "^\\s*-\\s*[\"']?(\\d{1,5}(?::\\d{1,5}){1,2})"),
                            new Rule("has_healthcheck", "^\\s*(healthcheck):"),
                            new Rule("needs_setting", "^\\s*-?\\s*([A-Z][A-Z0-9_]{1,60})\\s*[:=]"))),
            new Source(
                    "ci",
                    "(?:.*/)?(?:\\.github/workflows/[^/]+\\.ya?ml|\\.gitlab-ci\\.ya?ml|azure-pipelines\\.ya?ml|Jenkinsfile)",
                    List.of(
                            new Rule("pipeline_uses", "^\\s*-?\\s*uses:\\s*[\"']?" + VALUE),
                            new Rule("pipeline_environment", "^\\s*environment:\\s*[\"']?" + VALUE),
                            new Rule("pipeline_job", "^(?:  |\\t)([\\w-]{1,60}):\\s*$"),
                            new Rule("pipeline_stage", "^\\s*stage\\s*\\(\\s*['\"]" + VALUE),
                            new Rule(
                                    "pipeline_command",
                                    "^\\s*(?:-\\s*)?(?:run:\\s*|sh\\s+['\"])?((?:kubectl|helm|terraform|docker|aws|gcloud|az|cdk|sam|flyway|ansible-playbook)\\s+[a-z-]{2,20})\\b"))),
            new Source(
                    "kubernetes",
                    ".*\\.ya?ml",
                    List.of(
                            new Rule(
                                    "kubernetes_kind",
                                    "^kind:\\s*(Deployment|StatefulSet|DaemonSet|Service|Ingress|Job|CronJob|ConfigMap|Secret|HorizontalPodAutoscaler|PersistentVolumeClaim|Namespace)\\s*$"),
                            new Rule("image", "^\\s*-?\\s*image:\\s*[\"']?" + VALUE),
                            new Rule("replicas", "^\\s*replicas:\\s*(\\d{1,4})\\b"),
                            new Rule("container_port", "^\\s*-?\\s*containerPort:\\s*(\\d{1,5})\\b"),
                            new Rule("has_probe", "^\\s*(livenessProbe|readinessProbe|startupProbe):"))),
            new Source(
                    "terraform",
                    ".*\\.tf",
                    List.of(
                            new Rule("terraform_resource", "^\\s*resource\\s+\"(\\w{1,80})\""),
                            new Rule("terraform_module", "^\\s*module\\s+\"([\\w-]{1,80})\""),
                            new Rule("terraform_state", "^\\s*backend\\s+\"(\\w{1,40})\""))),
            new Source(
                    "settings",
                    "(?:.*/)?\\.env\\.(?:example|sample|template)",
                    List.of(new Rule("needs_setting", "^([A-Z][A-Z0-9_]{0,60})\\s*="))),
            new Source("migration", "(?:.*/)?(?:migrations?|migrate|flyway)/.*\\.(?:sql|py|rb|js|ts)", List.of()),
            new Source(
                    "build",
                    "(?:.*/)?(?:package\\.json|pom\\.xml|build\\.gradle(?:\\.kts)?|requirements\\.txt|pyproject\\.toml|go\\.mod|Cargo\\.toml|Gemfile|composer\\.json|Makefile)",
                    List.of()));

    /** Files of one kind, and what lines in them say; of those without rules, only that they are there. */
    private record Source(String kind, Pattern paths, List<Rule> rules) {
        Source(String kind, String paths, List<Rule> rules) {
            this(kind, Pattern.compile(paths), rules);
        }
    }

    private record Rule(String kind, Pattern line) {
        Rule(String kind, String line) {
            this(kind, Pattern.compile(line));
        }
    }

    /**
     * @param files the first of them count where there are too many facts
     * @param changed what a pull request changes, if the job is about one
     */
    static DeploymentFacts in(List<SourceFile> files, Optional<ChangedLines> changed) {
        List<Fact> facts = new ArrayList<>();
        for (SourceFile file : files) {
            if (PATH.matcher(file.path()).matches()) {
                for (Source source : SOURCES) {
                    if (source.paths().matcher(file.path()).matches()) {
                        read(source, file, changed, facts);
                        break;
                    }
                }
            }
        }
        boolean hasContainers = facts.stream().anyMatch(fact -> fact.kind().equals("base_image"));
        if (hasContainers) {
            addMissing(facts, "runs_as_user", "has_healthcheck");
        }
        return new DeploymentFacts(facts.size() > MOST ? facts.subList(0, MOST) : facts);
    }

    private static void read(Source source, SourceFile file, Optional<ChangedLines> changed, List<Fact> facts) {
        if (source.rules().isEmpty()) {
            boolean isChanged = changed.filter(pull -> pull.isIn(file.path())).isPresent();
            facts.add(new Fact(file.path(), source.kind() + "_file", "", isChanged));
            return;
        }
        List<String> lines = file.content().lines().toList();
        for (int n = 0; n < lines.size(); n++) {
            for (Rule rule : source.rules()) {
                Matcher match = rule.line().matcher(lines.get(n));
                if (lines.get(n).length() < 1_000 && match.find()) {
                    int line = n + 1;
                    boolean isChanged =
                            changed.filter(pull -> pull.isOn(file.path(), line)).isPresent();
                    facts.add(new Fact(file.path() + ":" + line, rule.kind(), match.group(1), isChanged));
                }
            }
        }
    }

    /** What nobody wrote down is a fact, too. */
    private static void addMissing(List<Fact> facts, String... kinds) {
        for (String kind : kinds) {
            if (facts.stream()
                    .noneMatch(fact -> fact.kind().equals(kind) || fact.kind().equals("has_probe"))) {
                facts.add(new Fact("missing:" + kind, "nothing_says", kind, false));
            }
        }
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    List<Fact> all() {
        return facts;
    }

    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        facts.forEach(fact -> ids.add(fact.id()));
        return ids;
    }
}
