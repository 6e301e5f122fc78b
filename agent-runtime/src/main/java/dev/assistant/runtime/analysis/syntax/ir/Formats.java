package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lowers texts with gaps in the manner of C's printf, when the text is written out. */
final class Formats {
    private static final Pattern GAP = Pattern.compile("%(?:(\\d+)\\$)?[-+# 0']*[0-9]*(?:\\.[0-9]+)?([a-zA-Z%])");
    private static final String NUMBERS = "diuobBxXeEfFgGcU";

    private Formats() {}

    /**
     * The text with its gaps filled. What is written as a number is given to a function, since nothing of a text is left of it.
     *
     * @param numeric the function of the language that makes a number
     */
    static Expression filled(Span span, Expression.Literal format, List<Expression> values, String numeric) {
        String text = format.value().start();
        List<Expression> parts = new ArrayList<>();
        Matcher gaps = GAP.matcher(text);
        int from = 0;
        int next = 0;
        while (gaps.find()) {
            parts.add(Lowering.text(format.span(), text.substring(from, gaps.start())));
            from = gaps.end();
            String sign = gaps.group(2);
            if (sign.equals("%")) {
                parts.add(Lowering.text(format.span(), sign));
                continue;
            }
            int index = gaps.group(1) == null ? next++ : Integer.parseInt(gaps.group(1)) - 1;
            if (index >= 0 && index < values.size()) {
                Expression value = values.get(index);
                parts.add(NUMBERS.contains(sign) ? converted(value, numeric) : value);
            }
        }
        parts.add(Lowering.text(format.span(), text.substring(from)));
        return new Expression.Interpolation(span, parts);
    }

    /** A value given to a function of the language that converts it. */
    static Expression converted(Expression value, String function) {
        return new Expression.Call(
                value.span(),
                new Expression.Name(value.span(), function),
                List.of(Expression.Argument.positional(value)),
                false);
    }
}
