package dev.assistant.localstack.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rules, each an allow-list where it can be: a typing error then fails instead of passing. */
enum Rules {
    CORE_IS_PLAIN_JAVA(Modules.CORE) {
        @Override
        ArchRule on(JavaClasses classes) {
            return classes()
                    .should(onlyDependOnClassesThat(
                            packages("java", "org.jspecify").or(inRings("core"))));
        }
    },
    ADAPTERS_KNOW_ONLY_THE_CORE(Modules.ADAPTERS) {
        @Override
        ArchRule on(JavaClasses classes) {
            return classes().should(onlyDependOnClassesThat(notOurs().or(inRings("core", "adapters"))));
        }
    },
    API_KNOWS_NEITHER_REALTIME_NOR_RUNTIME(Modules.API) {
        @Override
        ArchRule on(JavaClasses classes) {
            return classes().should(onlyDependOnClassesThat(notOurs().or(inRings("core", "adapters", "api"))));
        }
    },
    REALTIME_KNOWS_NEITHER_API_NOR_RUNTIME(Modules.REALTIME) {
        @Override
        ArchRule on(JavaClasses classes) {
            return classes().should(onlyDependOnClassesThat(notOurs().or(inRings("core", "adapters", "realtime"))));
        }
    },
    RUNTIME_KNOWS_NEITHER_API_NOR_REALTIME(Modules.RUNTIME) {
        @Override
        ArchRule on(JavaClasses classes) {
            return classes().should(onlyDependOnClassesThat(notOurs().or(inRings("core", "adapters", "runtime"))));
        }
    },
    ONLY_THE_POSTGRES_ADAPTER_SPEAKS_SQL(Modules.ALL) {
        @Override
        ArchRule on(JavaClasses classes) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.assistant.adapters.postgres..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");
        }
    },
    ONLY_ADAPTERS_TOUCH_THE_AWS_SDK(Modules.ALL) {
        @Override
        ArchRule on(JavaClasses classes) {
            return noClasses()
                    .that()
                    // langchain4j wants a client of the SDK to speak to models with.
                    .resideOutsideOfPackages("dev.assistant.adapters..", "dev.assistant.runtime.model..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("software.amazon.awssdk..");
        }
    },
    CORE_IS_GIVEN_TIME_AND_IDS(Modules.CORE) {
        @Override
        ArchRule on(JavaClasses classes) {
            return noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");
        }
    },
    FEATURES_OF_THE_CORE_FORM_NO_CYCLE(Modules.CORE) {
        @Override
        ArchRule on(JavaClasses classes) {
            return slices().assignedFrom(BY_PACKAGE).should().beFreeOfCycles();
        }
    },
    NOTHING_IS_CALLED_IMPL_OR_UTIL(Modules.ALL) {
        @Override
        ArchRule on(JavaClasses classes) {
            return noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto)");
        }
    };

    private static final SliceAssignment BY_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith("dev.assistant")
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    };

    /** Rings other than the core; whatever else is ours is the core. */
    private static final Set<String> OUTER_RINGS =
            Set.of("adapters", "api", "realtime", "runtime", "testkit", "localstack", "infrastructure");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> modules;

    Rules(List<String> modules) {
        this.modules = modules;
    }

    /** The rule, ready to be evaluated on the given classes. */
    abstract ArchRule on(JavaClasses classes);

    /** The modules that it holds for, as folders of the project. */
    List<String> modules() {
        return modules;
    }

    /** The ring that a package of ours belongs to. */
    static String ring(String packageName) {
        String[] parts = packageName.split("\\.");
        return parts.length > 2 && OUTER_RINGS.contains(parts[2]) ? parts[2] : "core";
    }

    private static DescribedPredicate<JavaClass> inRings(String... rings) {
        Set<String> allowed = Set.of(rings);
        return DescribedPredicate.describe(
                "are of ours in " + allowed, type -> ours(type) && allowed.contains(ring(type.getPackageName())));
    }

    private static DescribedPredicate<JavaClass> notOurs() {
        return DescribedPredicate.describe("are not ours", type -> !ours(type));
    }

    private static DescribedPredicate<JavaClass> packages(String... roots) {
        return JavaClass.Predicates.resideInAnyPackage(
                        List.of(roots).stream().map(root -> root + "..").toArray(String[]::new))
                .or(DescribedPredicate.describe(
                        "are arrays or primitive", type -> type.isArray() || type.isPrimitive()));
    }

    private static boolean ours(JavaClass type) {
        return type.getPackageName().startsWith("dev.assistant");
    }

    /** Folders of the modules that rules speak of. */
    static final class Modules {
        static final List<String> CORE = List.of("functions/core");
        static final List<String> ADAPTERS = List.of("functions/adapters");
        static final List<String> API = List.of("functions/api");
        static final List<String> REALTIME = List.of("functions/realtime");
        static final List<String> RUNTIME = List.of("agent-runtime");
        static final List<String> ALL =
                List.of("functions/core", "functions/adapters", "functions/api", "functions/realtime", "agent-runtime");

        private Modules() {}
    }
}
