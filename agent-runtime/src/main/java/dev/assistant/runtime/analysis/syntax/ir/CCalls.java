package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lowers the calls of C and C++ whose meaning is in their arguments: what they read from, format or compare. */
final class CCalls {
    /** Stands in data files for what a program was started with. */
    static final String STARTED_WITH = "command_line";

    /** Functions that fill a buffer, by the argument that says from where, and their names in data files for the console. */
    private static final Map<String, Integer> READERS = Map.of("fgets", 2, "getline", 2, "getdelim", 3, "fread", 3);

    /** Where the format stands in functions that fill a text. */
    private static final Map<String, Integer> FORMATS = Map.of("sprintf", 1, "snprintf", 2, "asprintf", 1);

    private static final Set<String> EQUAL_TEXTS = Set.of("strcmp", "strcasecmp", "stricmp");
    private static final Set<String> EQUAL_BEGINNINGS = Set.of("strncmp", "strncasecmp");
    private static final Set<String> SEARCHES = Set.of("strstr", "strchr", "strrchr", "strpbrk");
    private static final Pattern SOCKET = Pattern.compile("(?i).*(sock|client|conn|peer).*");
    private static final Pattern OF_REQUEST =
            Pattern.compile("\"(QUERY_STRING|REQUEST_URI|PATH_INFO|SCRIPT_NAME|CONTENT_TYPE|HTTP_[A-Z_]+)\"");

    private final CLowering lowering;

    CCalls(CLowering lowering) {
        this.lowering = lowering;
    }

    List<Expression.Argument> arguments(SyntaxNode list) {
        return list.parts().stream()
                .map(argument -> Expression.Argument.positional(lowering.expression(argument)))
                .toList();
    }

    Expression call(SyntaxNode node) {
        SyntaxNode function = node.child("function").orElse(node);
        List<SyntaxNode> given = node.child("arguments").map(SyntaxNode::parts).orElse(List.of());
        String name = CLowering.named(function).map(SyntaxNode::text).orElse("");
        if (function.is("template_function") && name.endsWith("_cast") && given.size() == 1) {
            return lowering.expression(given.getFirst());
        }
        List<Expression.Argument> arguments =
                node.child("arguments").map(this::arguments).orElse(List.of());
        if (function.is("field_expression")) {
            return new Expression.Call(node.span(), lowering.expression(function), arguments, false);
        }
        Expression callee = name.isEmpty()
                ? lowering.expression(function)
                : new Expression.Name(function.span(), meant(name, given));
        Expression call = new Expression.Call(node.span(), callee, arguments, false);
        return filled(node, name, call, arguments).orElse(call);
    }

    /** The name that a function has in data files for what it reads from. */
    private static String meant(String name, List<SyntaxNode> given) {
        Integer from = READERS.get(name);
        if (from != null && from < given.size() && given.get(from).text().equals("stdin")) {
            return "console_" + name;
        }
        if (name.equals("getline")
                && !given.isEmpty()
                && given.getFirst().text().endsWith("cin")) {
            return "console_line";
        }
        if (name.equals("read")
                && !given.isEmpty()
                && SOCKET.matcher(given.getFirst().text()).matches()) {
            return "recv";
        }
        boolean ofRequest = name.equals("getenv")
                && !given.isEmpty()
                && OF_REQUEST.matcher(given.getFirst().text()).matches();
        return ofRequest ? "request_variable" : name;
    }

    /** A text with values in it is kept in the first argument, beside what the call itself means. */
    private static Optional<Expression> filled(
            SyntaxNode node, String name, Expression call, List<Expression.Argument> arguments) {
        Integer at = FORMATS.get(name);
        if (at == null || at >= arguments.size() || !(arguments.get(at).value() instanceof Expression.Literal format)) {
            return Optional.empty();
        }
        List<Expression> values = arguments.subList(at + 1, arguments.size()).stream()
                .map(Expression.Argument::value)
                .toList();
        Expression text = Formats.filled(node.span(), format, values, "atoi");
        Expression target = arguments.getFirst().value();
        return Optional.of(new Expression.Opaque(
                node.span(), List.of(call, new Expression.Assignment(node.span(), target, text))));
    }

    /** {@code strcmp(a, b) == 0} and the like, which say whether texts are equal, begin alike or hold something. */
    Optional<Expression> compared(SyntaxNode node) {
        String sign = Lowering.operator(node);
        Optional<SyntaxNode> left = node.child("left").filter(part -> part.is("call_expression"));
        boolean zero = node.child("right")
                .filter(right -> right.is("null") || right.text().equals("0"))
                .isPresent();
        if (left.isEmpty() || !zero || !(sign.equals("==") || sign.equals("!="))) {
            return Optional.empty();
        }
        return asked(left.get(), sign.equals("=="));
    }

    /** What a comparison by a call asks when its result is taken as a truth, or as zero. */
    private Optional<Expression> asked(SyntaxNode call, boolean isZero) {
        String name = call.child("function").map(SyntaxNode::text).orElse("");
        name = name.startsWith("std::") ? name.substring("std::".length()) : name;
        List<SyntaxNode> given = call.child("arguments").map(SyntaxNode::parts).orElse(List.of());
        if (given.size() < 2) {
            return Optional.empty();
        }
        if (EQUAL_TEXTS.contains(name)) {
            Operator operator = isZero ? Operator.EQUAL : Operator.NOT_EQUAL;
            return Optional.of(
                    new Expression.Operation(call.span(), operator, lowering.expressions(given.subList(0, 2))));
        }
        boolean beginning = EQUAL_BEGINNINGS.contains(name);
        if (!beginning && !SEARCHES.contains(name)) {
            return Optional.empty();
        }
        Expression asked = new Expression.Call(
                call.span(),
                new Expression.Name(call.span(), beginning ? "begins_alike" : name),
                call.child("arguments").map(this::arguments).orElse(List.of()),
                false);
        return Optional.of(
                beginning == isZero ? asked : new Expression.Operation(call.span(), Operator.NOT, List.of(asked)));
    }

    /** A call that stands as a condition on its own, or behind {@code !}. */
    Optional<Expression> condition(SyntaxNode node, boolean negated) {
        return node.is("call_expression") ? asked(node, negated) : Optional.empty();
    }

    /** What {@code >>} and {@code <<} do with streams. */
    Optional<Expression> streamed(SyntaxNode node) {
        String sign = Lowering.operator(node);
        if (!sign.equals(">>") && !sign.equals("<<")) {
            return Optional.empty();
        }
        List<SyntaxNode> operands = lowering.chain(node, node.type(), sign);
        SyntaxNode stream = operands.getFirst();
        List<SyntaxNode> others = operands.subList(1, operands.size());
        if (sign.equals(">>") && stream.text().endsWith("cin")) {
            List<Expression> read = new ArrayList<>();
            for (SyntaxNode target : others) {
                Expression entered = Formats.converted(Lowering.nothing(target.span()), "console_word");
                read.add(new Expression.Assignment(target.span(), lowering.expression(target), entered));
            }
            return Optional.of(new Expression.Opaque(node.span(), read));
        }
        if (sign.equals("<<")
                && stream.is("identifier")
                && others.stream().anyMatch(part -> part.is("string_literal"))) {
            Expression whole = new Expression.Interpolation(node.span(), lowering.expressions(operands));
            return Optional.of(new Expression.Assignment(node.span(), lowering.expression(stream), whole));
        }
        return Optional.empty();
    }
}
