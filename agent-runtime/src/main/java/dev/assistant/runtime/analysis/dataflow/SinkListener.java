package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Api;
import dev.assistant.runtime.analysis.dataflow.model.NamedSink;
import dev.assistant.runtime.analysis.dataflow.model.SourceKind;
import dev.assistant.runtime.analysis.dataflow.model.Weakness;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Collects what untrusted data reaches, once for each place and weakness; what names keep, once for each source and weakness,
 * since one such name after the other keeps it. Not thread-safe.
 */
final class SinkListener implements Listener {
    private static final Comparator<FlowFinding> NEAREST = Comparator.comparingInt(SinkListener::doubt)
            .thenComparingInt(finding -> finding.flow().steps().size());

    private final List<NamedSink> namedSinks;
    private final Map<Place, FlowFinding> findings = new LinkedHashMap<>();
    private final Map<Kept, FlowFinding> kept = new LinkedHashMap<>();
    private Optional<Evaluator> evaluator = Optional.empty();

    private record Place(Weakness weakness, SourceText text, int line) {}

    private record Kept(Weakness weakness, Source source) {}

    SinkListener(List<NamedSink> namedSinks) {
        this.namedSinks = List.copyOf(namedSinks);
    }

    /** Tells how to look into containers; before anything is run. */
    void lookWith(Evaluator machine) {
        evaluator = Optional.of(machine);
    }

    List<FlowFinding> findings() {
        return Stream.concat(findings.values().stream(), kept.values().stream()).toList();
    }

    @Override
    public void called(CallSite site) {
        Span span = callSpan(site.call());
        String callee = site.frame().written(site.call().callee().span());
        String sink = site.symbols().contains("jsx.element") ? "<" + callee + ">" : callee + "()";
        check(site.apis(), site.arguments(), span, sink, site.frame());
    }

    /** From the method's name on, so that a long chain of calls is not marked from its beginning. */
    private static Span callSpan(Expression.Call call) {
        int start = call.callee() instanceof Expression.Member member
                ? member.span().end() - member.name().length()
                : call.span().start();
        return new Span(Math.max(start, call.span().start()), call.span().end());
    }

    @Override
    public void wrote(WriteSite site) {
        check(
                site.apis(),
                site.arguments(),
                site.target().span(),
                site.frame().written(site.target().span()),
                site.frame());
    }

    private void check(List<Api> apis, Arguments arguments, Span span, String sink, Frame frame) {
        for (Api api : apis) {
            for (Api.Sink one : api.sinks()) {
                if (Conditions.hold(one.conditions(), arguments, frame)) {
                    Taint taint = Taint.NONE;
                    for (Arguments.Passed passed : arguments.select(one.selector())) {
                        taint = taint.join(one.direct() ? passed.value().taint() : content(passed.value(), frame));
                    }
                    Taint counting = taint.unless(one.unless()).assumedOnly(one.assumed());
                    report(
                            one.weakness(),
                            one.parameters() ? counting : counting.fromOutside(),
                            span,
                            sink,
                            false,
                            frame);
                }
            }
        }
    }

    private Taint content(Value value, Frame frame) {
        return evaluator.map(machine -> machine.content(value, frame)).orElse(value.taint());
    }

    @Override
    public void named(String name, Expression where, Value value, Frame frame) {
        for (NamedSink sink : namedSinks) {
            if (!name.isEmpty() && sink.name().matcher(name).find()) {
                report(sink.weakness(), content(value, frame), where.span(), name, true, frame);
            }
        }
    }

    @Override
    public void returned(Weakness weakness, Expression where, Value value, Frame frame) {
        report(weakness, value.taint().certain(), where.span(), "the response", false, frame);
    }

    private void report(Weakness weakness, Taint taint, Span span, String sink, boolean isKept, Frame frame) {
        taint.causing(weakness)
                .ifPresent(flow -> add(new FlowFinding(weakness, flow, frame.text(), span, sink, isKept)));
    }

    /** Keeps a finding unless a better one of its place, or of its source, is known. */
    void add(FlowFinding finding) {
        if (finding.isKept()) {
            kept.merge(new Kept(finding.weakness(), finding.flow().source()), finding, SinkListener::nearer);
            return;
        }
        SourceText text = finding.text();
        Place place =
                new Place(finding.weakness(), text, text.line(finding.span().start()));
        findings.merge(place, finding, SinkListener::surer);
    }

    private static FlowFinding surer(FlowFinding known, FlowFinding found) {
        return doubt(found) < doubt(known) ? found : known;
    }

    private static FlowFinding nearer(FlowFinding known, FlowFinding found) {
        return NEAREST.compare(found, known) < 0 ? found : known;
    }

    private static int doubt(FlowFinding finding) {
        Flow flow = finding.flow();
        return (flow.certain() ? 0 : 1) + (flow.source().kind().equals(SourceKind.PARAMETER) ? 2 : 0);
    }
}
