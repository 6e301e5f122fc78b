package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lowers Ruby's calls, strings, hashes and assignments. */
final class RubyValues {
    /** What a controller has of the request; it is the same each time. */
    private static final Set<String> OF_THE_REQUEST = Set.of("params", "cookies");

    private final RubyLowering lowering;
    private final RubyDeclarations declarations;

    RubyValues(RubyLowering lowering, RubyDeclarations declarations) {
        this.lowering = lowering;
        this.declarations = declarations;
    }

    /** A variable, or a call without arguments. */
    Expression identifier(SyntaxNode node, Set<String> variables) {
        Expression name = Lowering.name(node);
        return variables.contains(node.text()) || OF_THE_REQUEST.contains(node.text())
                ? name
                : new Expression.Call(node.span(), name, List.of(), false);
    }

    Expression qualified(SyntaxNode node) {
        String name = node.text().replace("::", ".");
        return new Expression.Name(node.span(), name.startsWith(".") ? name.substring(1) : name);
    }

    Expression call(SyntaxNode node) {
        String method = Lowering.textOf(node, "method");
        Optional<SyntaxNode> receiver = node.child("receiver");
        List<Expression.Argument> arguments = arguments(node);
        SyntaxNode named = node.child("method").orElse(node);
        if (receiver.isEmpty() && isFunction(method, node)) {
            return arguments.getFirst().value();
        }
        if (receiver.isEmpty()) {
            return isOwnAddress(method, node)
                    ? Formats.converted(arguments.getFirst().value(), "url_for")
                    : new Expression.Call(node.span(), new Expression.Name(named.span(), method), arguments, false);
        }
        Expression object = lowering.expression(receiver.get());
        if (method.equals("new")) {
            return new Expression.Call(node.span(), object, arguments, true);
        }
        if (method.isEmpty() || (method.equals("call") && object instanceof Expression.Closure)) {
            return new Expression.Call(node.span(), object, arguments, false);
        }
        if (method.equals("freeze") || method.equals("dup")) {
            return object;
        }
        Expression callee = new Expression.Member(receiver.get().span().to(named.span()), object, method);
        return new Expression.Call(node.span(), callee, arguments, false);
    }

    /** Whether what leads to a route's helper is given to a redirect: the helper puts its arguments into a path. */
    private static boolean isOwnAddress(String method, SyntaxNode node) {
        return method.equals("redirect_to")
                && node.child("arguments")
                        .map(SyntaxNode::parts)
                        .filter(given -> !given.isEmpty())
                        .map(List::getFirst)
                        .filter(given -> given.is("call", "identifier")
                                && given.child("receiver").isEmpty())
                        .map(given -> given.is("call") ? Lowering.textOf(given, "method") : given.text())
                        .filter(name -> name.endsWith("_path") || name.endsWith("_url"))
                        .isPresent();
    }

    /** A block as a value. */
    private static boolean isFunction(String method, SyntaxNode node) {
        return (method.equals("proc") || method.equals("lambda"))
                && node.child("block").isPresent()
                && node.child("arguments").isEmpty();
    }

    private List<Expression.Argument> arguments(SyntaxNode node) {
        List<Expression.Argument> arguments = new ArrayList<>();
        List<SyntaxNode> given = node.child("arguments").map(SyntaxNode::parts).orElse(List.of());
        for (SyntaxNode argument : given) {
            switch (argument.type()) {
                case "pair" -> arguments.add(named(argument));
                case "splat_argument", "hash_splat_argument" ->
                    arguments.add(new Expression.Argument(
                            "",
                            lowering.valueOf(argument).orElse(Lowering.nothing(argument.span())),
                            argument.is("splat_argument")));
                case "block_argument" -> {}
                default -> arguments.add(Expression.Argument.positional(lowering.expression(argument)));
            }
        }
        node.child("block")
                .ifPresent(block -> arguments.add(Expression.Argument.positional(
                        new Expression.Closure(block.span(), declarations.block(block)))));
        return arguments;
    }

    private Expression.Argument named(SyntaxNode pair) {
        Optional<SyntaxNode> key = pair.child("key").filter(written -> written.is("hash_key_symbol", "simple_symbol"));
        return key.isPresent()
                ? new Expression.Argument(key.get().text().replace(":", ""), entryValue(pair), false)
                : Expression.Argument.positional(new Expression.Mapping(pair.span(), List.of(entry(pair))));
    }

    /** In {@code {name:}} it is what the name stands for. */
    private Expression entryValue(SyntaxNode pair) {
        return pair.child("value")
                .map(lowering::expression)
                .orElseGet(() -> Lowering.name(pair.child("key").orElse(pair)));
    }

    private Expression.Entry entry(SyntaxNode pair) {
        return pair.is("pair")
                ? new Expression.Entry(pair.child("key").map(lowering::expression), entryValue(pair))
                : new Expression.Entry(Optional.empty(), lowering.valueOf(pair).orElse(Lowering.nothing(pair.span())));
    }

    Expression hash(SyntaxNode node) {
        return new Expression.Mapping(
                node.span(), node.parts().stream().map(this::entry).toList());
    }

    Expression element(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        Expression container = lowering.expression(parts.getFirst());
        Expression key = parts.size() == 2
                ? lowering.expression(parts.get(1))
                : new Expression.Literal(node.span(), Constant.Unknown.VALUE);
        return new Expression.Element(node.span(), container, key);
    }

    Expression assignment(SyntaxNode node) {
        Expression value = lowering.part(node, "right");
        Expression target = node.child("left").map(lowering::target).orElse(Lowering.nothing(node.span()));
        return new Expression.Assignment(node.span(), target, value);
    }

    Expression augmented(SyntaxNode node, Map<String, Operator> operators) {
        Expression target = node.child("left").map(lowering::target).orElse(Lowering.nothing(node.span()));
        return lowering.augmented(node, target, operators);
    }

    /** Matching is a call, and so is putting something behind a text or list. */
    Expression binary(SyntaxNode node, Map<String, Operator> operators) {
        return switch (Lowering.operator(node)) {
            case "=~" -> matching(node);
            case "!~" -> new Expression.Operation(node.span(), Operator.NOT, List.of(matching(node)));
            case "<<" -> calling(node, lowering.part(node, "left"), "push", lowering.part(node, "right"));
            case "%" -> filled(node).orElseGet(() -> lowering.binary(node, operators));
            default -> lowering.binary(node, operators);
        };
    }

    private Expression matching(SyntaxNode node) {
        boolean turned = node.child("left").filter(left -> left.is("regex")).isPresent();
        return calling(
                node,
                lowering.part(node, turned ? "right" : "left"),
                "match?",
                lowering.part(node, turned ? "left" : "right"));
    }

    private static Expression calling(SyntaxNode node, Expression object, String method, Expression argument) {
        return new Expression.Call(
                node.span(),
                new Expression.Member(object.span(), object, method),
                List.of(Expression.Argument.positional(argument)),
                false);
    }

    /** A format with its gaps filled. */
    private Optional<Expression> filled(SyntaxNode node) {
        if (!(lowering.part(node, "left") instanceof Expression.Literal format)
                || !(format.value() instanceof Constant.Text)) {
            return Optional.empty();
        }
        Expression right = lowering.part(node, "right");
        List<Expression> values = right instanceof Expression.Sequence sequence ? sequence.elements() : List.of(right);
        return Optional.of(Formats.filled(node.span(), format, values, "Integer"));
    }

    Expression unary(SyntaxNode node) {
        Expression operand = lowering.part(node, "operand");
        return switch (Lowering.operator(node)) {
            case "!", "not" -> new Expression.Operation(node.span(), Operator.NOT, List.of(operand));
            case "-" -> new Expression.Operation(node.span(), Operator.NEGATE, List.of(operand));
            case "defined?" -> new Expression.Opaque(node.span(), List.of());
            default -> operand;
        };
    }

    /** A command in backticks is run as if by {@code system}. */
    Expression command(SyntaxNode node) {
        return new Expression.Call(
                node.span(),
                new Expression.Name(node.span(), "system"),
                List.of(Expression.Argument.positional(text(node))),
                false);
    }

    Expression text(SyntaxNode node) {
        List<Expression> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        boolean isPlain = true;
        for (SyntaxNode part : node.parts()) {
            switch (part.type()) {
                case "heredoc_end" -> {}
                case "string_content", "heredoc_content", "escape_sequence" -> {
                    String written =
                            part.is("escape_sequence") && !node.is("regex") ? Escapes.decode(part.text()) : part.text();
                    plain.append(written);
                    pieces.add(Lowering.text(part.span(), written));
                }
                case "interpolation" -> {
                    isPlain = false;
                    pieces.add(lowering.valueOf(part).orElse(Lowering.nothing(part.span())));
                }
                default -> {
                    isPlain = false;
                    pieces.add(lowering.expression(part));
                }
            }
        }
        return isPlain
                ? Lowering.text(node.span(), plain.toString())
                : new Expression.Interpolation(node.span(), pieces);
    }

    /** The last value of brackets; branches that give values; other statements run as a function of their own. */
    Expression statementValue(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        return switch (node.type()) {
            case "if", "elsif" -> choice(node, "consequence", "alternative");
            case "unless" -> choice(node, "alternative", "consequence");
            case "parenthesized_statements", "then", "else" ->
                parts.size() == 1 ? lowering.expression(parts.getFirst()) : run(node);
            default -> run(node);
        };
    }

    private Expression choice(SyntaxNode node, String then, String otherwise) {
        return new Expression.Choice(
                node.span(),
                lowering.part(node, "condition"),
                lowering.part(node, then),
                lowering.part(node, otherwise));
    }

    private Expression run(SyntaxNode node) {
        return new Expression.Call(
                node.span(), new Expression.Closure(node.span(), declarations.inPlace(node)), List.of(), false);
    }
}
