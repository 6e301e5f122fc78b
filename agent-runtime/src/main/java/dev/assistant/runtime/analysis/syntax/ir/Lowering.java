package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Turns a syntax tree into the program that it means. What a language needs is in its subclass. Not thread-safe. */
public abstract class Lowering {
    /** How deep a lowered tree can be; deeper code becomes {@link Expression.Opaque} without parts. */
    public static final int DEPTH_LIMIT = 200;

    private final SyntaxTree tree;
    private final Deque<Names> scopes = new ArrayDeque<>();
    private int depth;
    private boolean complete = true;

    protected Lowering(SyntaxTree tree) {
        this.tree = tree;
    }

    /** Whether files of the language can be lowered. */
    public static boolean covers(Language language) {
        return switch (language) {
            case PYTHON, JAVA, JAVASCRIPT, TYPESCRIPT, GO, PHP, RUBY, CSHARP, KOTLIN, C, CPP -> true;
            default -> false;
        };
    }

    /** Lowers a file. */
    public static Module lower(SyntaxTree tree) {
        Lowering lowering = switch (tree.source().language()) {
            case PYTHON -> new PythonLowering(tree);
            case JAVA -> new JavaLowering(tree);
            case GO -> new GoLowering(tree);
            case CSHARP -> new CSharpLowering(tree);
            case KOTLIN -> new KotlinLowering(tree);
            case C, CPP -> new CLowering(tree);
            case PHP -> new PhpLowering(tree);
            case RUBY -> new RubyLowering(tree);
            case JAVASCRIPT, TYPESCRIPT -> new JavaScriptLowering(tree);
            default ->
                throw new IllegalArgumentException(
                        "cannot lower " + tree.source().language());
        };
        return lowering.module();
    }

    private Module module() {
        Scoped<List<Statement>> body = scoped(() -> {
            moduleNames();
            return statements(tree.root().parts());
        });
        return new Module(tree.source(), namespace(tree.root()), body.result(), body.locals(), complete);
    }

    /** Declares names that every module of the language has. */
    protected void moduleNames() {}

    /** The package that a file says it is in. */
    protected String namespace(SyntaxNode root) {
        return "";
    }

    /** The statements of a block in the order in which they take effect. */
    protected List<SyntaxNode> ordered(List<SyntaxNode> nodes) {
        return nodes;
    }

    /** Lowers one statement to none, one or several. */
    protected abstract void statement(SyntaxNode node, List<Statement> into);

    /** Lowers one expression. */
    protected abstract Expression convert(SyntaxNode node);

    protected final List<Statement> statements(List<SyntaxNode> nodes) {
        List<Statement> statements = new ArrayList<>();
        for (SyntaxNode node : ordered(nodes)) {
            if (enter()) {
                statement(node, statements);
            }
            depth--;
        }
        return statements;
    }

    protected final Statement.Block block(SyntaxNode node) {
        return new Statement.Block(node.span(), statements(List.of(node)));
    }

    protected final Optional<Statement> block(Optional<SyntaxNode> node) {
        return node.map(this::block);
    }

    protected final Expression expression(SyntaxNode node) {
        try {
            return enter() ? convert(node) : new Expression.Opaque(node.span(), List.of());
        } finally {
            depth--;
        }
    }

    protected final List<Expression> expressions(List<SyntaxNode> nodes) {
        return nodes.stream().map(this::expression).toList();
    }

    /** What is known of a construct that has no meaning of its own here: its parts. */
    protected final Expression opaque(SyntaxNode node) {
        return new Expression.Opaque(node.span(), expressions(node.parts()));
    }

    /** Runs a lowering inside a new function; the names that it declares are the function's locals. */
    protected final <T> Scoped<T> scoped(Supplier<T> lowering) {
        scopes.push(new Names(new HashSet<>(), new HashSet<>()));
        T result = lowering.get();
        return new Scoped<>(result, scopes.pop().locals());
    }

    protected record Scoped<T>(T result, Set<String> locals) {}

    /** Notes that the function or module being lowered makes this name. */
    protected final void declare(String name) {
        scopes.getFirst().declared().add(name);
    }

    /** Notes that the name belongs to a function outside after all. */
    protected final void undeclare(String name) {
        scopes.getFirst().outer().add(name);
    }

    /** Operands of a chain such as {@code a + b + c}, which grammars nest to the left, without recursion. */
    protected final List<SyntaxNode> chain(SyntaxNode node, String type, String operator) {
        Deque<SyntaxNode> operands = new ArrayDeque<>();
        SyntaxNode at = node;
        while (at.is(type) && operator(at).equals(operator)) {
            operands.addFirst(at.child("right").orElse(at));
            Optional<SyntaxNode> left = at.child("left");
            if (left.isEmpty()) {
                return List.copyOf(operands);
            }
            at = left.get();
        }
        operands.addFirst(at);
        return List.copyOf(operands);
    }

    protected static String operator(SyntaxNode node) {
        return node.child("operator").map(SyntaxNode::text).orElse("");
    }

    protected static Expression.Name name(SyntaxNode node) {
        return new Expression.Name(node.span(), node.text());
    }

    protected static Expression text(Span span, String value) {
        return new Expression.Literal(span, Constant.of(value));
    }

    protected static Expression nothing(Span span) {
        return new Expression.Literal(span, Constant.Nothing.VALUE);
    }

    protected static Expression truth(SyntaxNode node, boolean value) {
        return new Expression.Literal(node.span(), Constant.of(value));
    }

    protected static Expression number(SyntaxNode node) {
        return new Expression.Literal(node.span(), Numbers.parse(node.text()));
    }

    static Statement evaluated(Expression expression) {
        return new Statement.Evaluate(expression.span(), expression);
    }

    /** The part with a role; nothing when there is none. */
    final Expression part(SyntaxNode node, String field) {
        return node.child(field).map(this::expression).orElse(nothing(node.span()));
    }

    /** The statements with a role. */
    final Statement body(SyntaxNode node, String field) {
        return node.child(field).<Statement>map(this::block).orElse(new Statement.Block(node.span(), List.of()));
    }

    /** The first part, such as what a return gives or brackets hold. */
    final Optional<Expression> valueOf(SyntaxNode node) {
        return node.parts().stream().findFirst().map(this::expression);
    }

    static String textOf(SyntaxNode node, String field) {
        return node.child(field).map(SyntaxNode::text).orElse("");
    }

    static Span spanOf(Optional<SyntaxNode> node, SyntaxNode otherwise) {
        return node.map(SyntaxNode::span).orElse(otherwise.span());
    }

    /** Two operands and a sign, or a chain of the same sign. */
    protected final Expression binary(SyntaxNode node, Map<String, Operator> operators) {
        String sign = operator(node);
        Operator operator = operators.getOrDefault(sign, Operator.OTHER);
        return new Expression.Operation(node.span(), operator, expressions(chain(node, node.type(), sign)));
    }

    /** An assignment such as {@code +=}: of what the target and the right side make together. */
    protected final Expression augmented(SyntaxNode node, Expression target, Map<String, Operator> operators) {
        String sign = operator(node);
        Operator operator = operators.getOrDefault(sign.substring(0, Math.max(0, sign.length() - 1)), Operator.OTHER);
        Expression value = new Expression.Operation(node.span(), operator, List.of(target, part(node, "right")));
        return new Expression.Assignment(node.span(), target, value);
    }

    /** One of two values, by a condition. */
    protected final Expression choice(SyntaxNode node) {
        return new Expression.Choice(
                node.span(), part(node, "condition"), part(node, "consequence"), part(node, "alternative"));
    }

    /** One more or one less. */
    protected static Expression stepped(SyntaxNode node, Expression target, Operator operator) {
        Expression one = new Expression.Literal(node.span(), Constant.of(1));
        Expression value = new Expression.Operation(node.span(), operator, List.of(target, one));
        return new Expression.Assignment(node.span(), target, value);
    }

    /** An expression that throws: a function that does so and is called at once. */
    protected final Expression throwing(SyntaxNode node) {
        Statement body = new Statement.Throw(node.span(), valueOf(node));
        Function function = new Function(node.span(), node.span(), "", List.of(), body, List.of(), Set.of(), true);
        return new Expression.Call(node.span(), new Expression.Closure(node.span(), function), List.of(), false);
    }

    /** A string of pieces, of which those that are escapes are decoded. */
    protected static Expression quoted(SyntaxNode node) {
        StringBuilder value = new StringBuilder();
        for (SyntaxNode part : node.parts()) {
            value.append(part.is("escape_sequence") ? Escapes.decode(part.text()) : part.text());
        }
        return text(node.span(), value.toString());
    }

    /** What stands between the quotes. */
    protected static String unquoted(String text) {
        return text.length() < 2 ? text : text.substring(1, text.length() - 1);
    }

    /** The name of a type as written, without type arguments and brackets. */
    static String typeName(SyntaxNode type) {
        return typeName(type.text());
    }

    static String typeName(String written) {
        int end = 0;
        while (end < written.length()
                && (Character.isJavaIdentifierPart(written.charAt(end)) || written.charAt(end) == '.')) {
            end++;
        }
        return written.substring(0, end);
    }

    private record Names(Set<String> declared, Set<String> outer) {
        Set<String> locals() {
            Set<String> locals = new HashSet<>(declared);
            locals.removeAll(outer);
            return locals;
        }
    }

    private boolean enter() {
        boolean allowed = ++depth <= DEPTH_LIMIT;
        complete &= allowed;
        return allowed;
    }
}
