package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lowers Kotlin's calls. Functions that only give a value to a lambda become a call of the lambda. */
final class KotlinCalls {
    private static final Set<String> LISTS = Set.of(
            "listOf",
            "mutableListOf",
            "arrayListOf",
            "listOfNotNull",
            "setOf",
            "mutableSetOf",
            "hashSetOf",
            "linkedSetOf",
            "arrayOf",
            "sequenceOf");
    private static final Set<String> MAPS = Set.of("mapOf", "mutableMapOf", "hashMapOf", "linkedMapOf");

    private final KotlinLowering lowering;
    private final KotlinDeclarations declarations;
    private final KotlinBranches branches;
    private final Set<String> extensions;

    /** @param extensions functions of the file that are called on what becomes their first argument */
    KotlinCalls(KotlinLowering lowering, KotlinDeclarations declarations, Set<String> extensions) {
        this.lowering = lowering;
        this.declarations = declarations;
        this.branches = new KotlinBranches(lowering);
        this.extensions = extensions;
    }

    Expression call(SyntaxNode node) {
        SyntaxNode callee = node.parts().getFirst();
        List<SyntaxNode> given = new ArrayList<>(passed(node));
        if (callee.is("call_expression") && !suffix(node).has("value_arguments")) {
            given.addAll(0, passed(callee));
            callee = callee.parts().getFirst();
        }
        String name = calledName(callee);
        Optional<SyntaxNode> receiver =
                callee.is("navigation_expression") ? Optional.of(callee.parts().getFirst()) : Optional.empty();
        Optional<Expression> scoped = scoped(node, name, receiver, given);
        if (scoped.isPresent()) {
            return scoped.get();
        }
        if (receiver.isEmpty() && LISTS.contains(name)) {
            return new Expression.Sequence(node.span(), lowering.expressions(given));
        }
        if (receiver.isEmpty() && MAPS.contains(name)) {
            return mapping(node, given);
        }
        if (isPattern(name, receiver, given)) {
            return lowering.expression(receiver.orElseGet(given::getFirst));
        }
        List<Expression.Argument> arguments = new ArrayList<>(arguments(given));
        if (receiver.isPresent() && extensions.contains(name)) {
            arguments.addFirst(Expression.Argument.positional(lowering.expression(receiver.get())));
            SyntaxNode named = callee.parts().getLast();
            return new Expression.Call(node.span(), new Expression.Name(named.span(), name), arguments, false);
        }
        return new Expression.Call(node.span(), lowering.expression(callee), arguments, false);
    }

    private static SyntaxNode suffix(SyntaxNode call) {
        return call.parts().getLast();
    }

    private static List<SyntaxNode> passed(SyntaxNode call) {
        List<SyntaxNode> passed = new ArrayList<>();
        suffix(call).first("value_arguments").ifPresent(list -> passed.addAll(list.parts()));
        suffix(call).first("annotated_lambda").ifPresent(passed::add);
        return passed;
    }

    private static String calledName(SyntaxNode callee) {
        SyntaxNode named = callee.is("navigation_expression") ? callee.parts().getLast() : callee;
        return named.is("simple_identifier")
                ? named.text()
                : KotlinLowering.nameOf(named).map(SyntaxNode::text).orElse("");
    }

    private List<Expression.Argument> arguments(List<SyntaxNode> given) {
        return given.stream().map(this::argument).toList();
    }

    private Expression.Argument argument(SyntaxNode node) {
        if (!node.is("value_argument")) {
            return Expression.Argument.positional(lowering.expression(node));
        }
        String name = node.has("=") ? node.parts().getFirst().text() : "";
        SyntaxNode value = node.parts().isEmpty() ? node : node.parts().getLast();
        return value.is("spread_expression")
                ? new Expression.Argument(name, lowering.first(value), true)
                : new Expression.Argument(name, lowering.expression(node), false);
    }

    /** {@code Regex("...")} and {@code "...".toRegex()} of a text written out are that text. */
    private static boolean isPattern(String name, Optional<SyntaxNode> receiver, List<SyntaxNode> given) {
        return receiver.isEmpty()
                ? name.equals("Regex")
                        && given.size() == 1
                        && given.getFirst().parts().stream().allMatch(part -> part.is("string_literal"))
                : name.equals("toRegex") && receiver.get().is("string_literal");
    }

    private Expression mapping(SyntaxNode node, List<SyntaxNode> given) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (SyntaxNode argument : given) {
            SyntaxNode pair =
                    argument.parts().isEmpty() ? argument : argument.parts().getFirst();
            List<SyntaxNode> parts = KotlinLowering.operands(pair);
            if (pair.is("infix_expression") && parts.size() == 3) {
                entries.add(new Expression.Entry(
                        Optional.of(lowering.expression(parts.getFirst())), lowering.expression(parts.getLast())));
            } else {
                entries.add(new Expression.Entry(
                        Optional.of(Lowering.nothing(argument.span())), lowering.expression(argument)));
            }
        }
        return new Expression.Mapping(node.span(), entries);
    }

    /** The functions of the standard library that call their lambda at once, with what they are called on. */
    private Optional<Expression> scoped(
            SyntaxNode node, String name, Optional<SyntaxNode> receiver, List<SyntaxNode> given) {
        if (given.isEmpty() || !given.getLast().is("annotated_lambda", "value_argument")) {
            return Optional.empty();
        }
        SyntaxNode lambda = given.getLast();
        if (!lambda.is("annotated_lambda")) {
            return Optional.empty();
        }
        Optional<SyntaxNode> self = name.equals("with") && receiver.isEmpty() && given.size() == 2
                ? Optional.of(given.getFirst())
                : given.size() == 1 ? receiver : Optional.empty();
        if (self.isEmpty()) {
            return name.equals("run") && receiver.isEmpty()
                    ? Optional.of(called(node, declarations.lambda(lambda), List.of()))
                    : Optional.empty();
        }
        Function function = switch (name) {
            case "let", "use" -> declarations.lambda(lambda);
            case "run", "with" -> declarations.lambda(lambda, "this", this::value);
            case "apply" -> declarations.lambda(lambda, "this", body -> keeping(body, "this"));
            case "also" -> declarations.lambda(lambda, "it", body -> keeping(body, parameterOf(lambda)));
            case "takeIf", "takeUnless" ->
                declarations.lambda(lambda, "it", body -> kept(body, parameterOf(lambda), name.equals("takeIf")));
            default -> null;
        };
        return Optional.ofNullable(function).map(made -> called(node, made, List.of(lowering.expression(self.get()))));
    }

    private static Expression called(SyntaxNode node, Function function, List<Expression> values) {
        return new Expression.Call(
                node.span(),
                new Expression.Closure(node.span(), function),
                values.stream().map(Expression.Argument::positional).toList(),
                false);
    }

    private static String parameterOf(SyntaxNode lambda) {
        return lambda.first("lambda_literal")
                .flatMap(literal -> literal.first("lambda_parameters"))
                .map(list -> Lowering.typeName(list))
                .orElse("it");
    }

    private Statement value(SyntaxNode body) {
        return branches.giving(body, KotlinDeclarations::given);
    }

    /** Does something with a value and gives it back. */
    private Statement keeping(SyntaxNode body, String name) {
        return new Statement.Block(
                body.span(),
                List.of(
                        branches.giving(body, Lowering::evaluated),
                        KotlinDeclarations.given(new Expression.Name(body.span(), name))));
    }

    /** Gives a value back when a test of it has the wanted result. */
    private Statement kept(SyntaxNode body, String name, boolean wanted) {
        Statement given = KotlinDeclarations.given(new Expression.Name(body.span(), name));
        Statement nothing = KotlinDeclarations.given(Lowering.nothing(body.span()));
        return branches.giving(
                body,
                test -> new Statement.If(
                        test.span(), test, wanted ? given : nothing, Optional.of(wanted ? nothing : given)));
    }

    /** {@code by lazy} and other delegates. */
    Expression delegate(SyntaxNode node) {
        SyntaxNode value = node.parts().getFirst();
        if (value.is("call_expression") && calledName(value.parts().getFirst()).equals("lazy")) {
            List<SyntaxNode> given = passed(value);
            if (!given.isEmpty() && given.getLast().is("annotated_lambda")) {
                return called(value, declarations.lambda(given.getLast()), List.of());
            }
        }
        return new Expression.Opaque(node.span(), List.of(lowering.expression(value)));
    }

    /** {@code a name b} is a call of {@code name}. */
    Expression infix(SyntaxNode node) {
        List<SyntaxNode> parts = KotlinLowering.operands(node);
        if (parts.size() != 3) {
            return lowering.opaque(node);
        }
        Expression left = lowering.expression(parts.getFirst());
        Expression right = lowering.expression(parts.getLast());
        String name = parts.get(1).text();
        if (name.equals("to")) {
            return new Expression.Sequence(node.span(), List.of(left, right));
        }
        Expression callee = new Expression.Member(left.span().to(parts.get(1).span()), left, name);
        return new Expression.Call(node.span(), callee, List.of(Expression.Argument.positional(right)), false);
    }

    Expression reference(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        if (parts.isEmpty() || node.has("class")) {
            return new Expression.Opaque(node.span(), List.of());
        }
        Expression last = Lowering.name(parts.getLast());
        return parts.size() == 1
                ? last
                : new Expression.Member(
                        node.span(),
                        lowering.expression(parts.getFirst()),
                        parts.getLast().text());
    }
}
