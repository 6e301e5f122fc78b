package dev.assistant.runtime.analysis.rules;

import dev.assistant.review.Evidence;
import dev.assistant.runtime.analysis.dataflow.Arguments;
import dev.assistant.runtime.analysis.dataflow.CallSite;
import dev.assistant.runtime.analysis.dataflow.Conditions;
import dev.assistant.runtime.analysis.dataflow.Frame;
import dev.assistant.runtime.analysis.dataflow.Listener;
import dev.assistant.runtime.analysis.dataflow.Value;
import dev.assistant.runtime.analysis.dataflow.WriteSite;
import dev.assistant.runtime.analysis.dataflow.model.Access;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies rules to what happens while code is run on abstract values. Not thread-safe. */
public final class RuleListener implements Listener {
    private final Map<Access, List<Candidate>> byAccess = new HashMap<>();
    private final List<NamedCandidate> byName = new ArrayList<>();
    private final Map<Place, Evidence> found = new LinkedHashMap<>();

    public RuleListener(List<Rule> rules) {
        for (Rule rule : rules) {
            for (Match match : rule.matches()) {
                switch (match) {
                    case Match.Use use ->
                        use.accesses()
                                .forEach(access -> byAccess.computeIfAbsent(access, key -> new ArrayList<>())
                                        .add(new Candidate(rule, use)));
                    case Match.Named named -> byName.add(new NamedCandidate(rule, named));
                    case Match.Code code -> {}
                    case Match.Text text -> {}
                    case Match.Secret secret -> {}
                    case Match.Phrase phrase -> {}
                }
            }
        }
    }

    private record Candidate(Rule rule, Match.Use use) {}

    private record NamedCandidate(Rule rule, Match.Named named) {}

    private record Place(String rule, String path, Span span) {}

    /** What was found, each place once. */
    public List<Evidence> evidence() {
        return List.copyOf(found.values());
    }

    @Override
    public void called(CallSite site) {
        Set<Access> accesses = new LinkedHashSet<>();
        site.symbols().forEach(symbol -> accesses.add(Access.call(symbol)));
        Access anything = Access.call("*." + site.method());
        String what = site.frame().written(site.call().callee().span()) + "()";
        check(accesses, anything, site.arguments(), site.call().span(), what, site.frame());
    }

    @Override
    public void wrote(WriteSite site) {
        Access.Kind kind = site.target() instanceof Expression.Element ? Access.Kind.ELEMENT_WRITE : Access.Kind.WRITE;
        Set<Access> accesses = new LinkedHashSet<>();
        site.symbols().forEach(symbol -> accesses.add(new Access(kind, symbol)));
        String name = site.target() instanceof Expression.Member member ? member.name() : "";
        String what = site.frame().written(site.target().span());
        check(
                accesses,
                new Access(kind, "*." + name),
                site.arguments(),
                site.target().span(),
                what,
                site.frame());
    }

    private void check(
            Set<Access> accesses, Access anything, Arguments arguments, Span span, String what, Frame frame) {
        accesses.forEach(access -> byAccess.getOrDefault(access, List.of())
                .forEach(candidate -> check(candidate, arguments, span, what, frame)));
        String receiverName = arguments.receiverName();
        for (Candidate candidate : byAccess.getOrDefault(anything, List.of())) {
            boolean fits = candidate
                    .use()
                    .receiverName()
                    .map(pattern -> pattern.matcher(receiverName).matches())
                    .orElse(true);
            if (fits && arguments.receiver().isPresent()) {
                check(candidate, arguments, span, what, frame);
            }
        }
    }

    private void check(Candidate candidate, Arguments arguments, Span span, String what, Frame frame) {
        boolean excused = candidate.use().unless().stream()
                .anyMatch(condition -> Conditions.hold(List.of(condition), arguments, frame));
        if (!excused && Conditions.hold(candidate.use().when(), arguments, frame)) {
            report(candidate.rule(), span, what, frame);
        }
    }

    @Override
    public void named(String name, Expression where, Value value, Frame frame) {
        if (name.isEmpty() || !(value.constant() instanceof Constant.Text text)) {
            return;
        }
        for (NamedCandidate candidate : byName) {
            Match.Named named = candidate.named();
            boolean excused = named.notValue()
                    .map(pattern -> pattern.matcher(text.value()).find())
                    .orElse(false);
            if (!excused
                    && named.name().matcher(name).find()
                    && named.value().matcher(text.value()).find()) {
                report(candidate.rule(), where.span(), name, frame);
            }
        }
    }

    private void report(Rule rule, Span span, String what, Frame frame) {
        Place place = new Place(rule.id(), frame.text().path(), span);
        found.computeIfAbsent(
                place,
                key -> new Evidence(
                        "assistant",
                        rule.id(),
                        rule.severity(),
                        rule.category(),
                        frame.text().path(),
                        frame.text().range(span),
                        rule.message().replace("{call}", what).replace("{name}", what),
                        Optional.of(rule.fix()),
                        Optional.empty(),
                        rule.cwe(),
                        rule.confidence(),
                        List.of()));
    }
}
