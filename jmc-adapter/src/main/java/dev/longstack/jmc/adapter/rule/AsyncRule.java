package dev.longstack.jmc.adapter.rule;

import dev.longstack.analysis.model.Model;
import dev.longstack.events.EventNames;
import dev.longstack.jmc.adapter.items.ContextItems;
import dev.longstack.jmc.adapter.items.OpenRecording;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.item.ItemQueryBuilder;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.rules.AbstractRule;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IResultValueProvider;
import org.openjdk.jmc.flightrecorder.rules.ResultBuilder;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/** A rule on the linked model. A recording without our events is not judged. */
abstract class AsyncRule extends AbstractRule {
    /** The topic of all our rules and pages. */
    static final String TOPIC = "longstack_async_stacks";

    private static final int MOST_EVIDENCE = 1_000;

    AsyncRule(String id, String name) {
        super("longstack." + id, name, TOPIC, List.of(), List.of(TypedResult.SCORE, TypedResult.ITEM_QUERY), Map.of());
    }

    /** Looks; thread of the caller. */
    abstract Finding find(Model model, IItemCollection items);

    @Override
    protected IResult getResult(
            IItemCollection items, IPreferenceValueProvider preferences, IResultValueProvider results) {
        if (!items.apply(ItemFilters.type(EventNames.CONTEXT_INVOCATION)).hasItems()) {
            return RulesToolkit.getNotApplicableResult(
                    this, preferences, "The recording has no Longstack events: start the JVM with the agent.");
        }
        Finding finding = find(OpenRecording.of(items).model(), items);
        ResultBuilder result = ResultBuilder.createFor(this, preferences)
                .setSeverity(Severity.get(finding.score()))
                .setSummary(finding.summary())
                .setExplanation(finding.explanation())
                .setSolution(finding.solution())
                .addResult(TypedResult.SCORE, UnitLookup.NUMBER_UNITY.quantity(finding.score()));
        if (!finding.evidence().isEmpty()) {
            result.addResult(
                    TypedResult.ITEM_QUERY,
                    ItemQueryBuilder.fromWhere(ContextItems.of(finding.evidence()))
                            .build());
        }
        return result.build();
    }

    /** So many ids are enough to look at. */
    static boolean isEnough(Set<Long> evidence) {
        return evidence.size() >= MOST_EVIDENCE;
    }

    static String millis(long nanos) {
        return nanos / 1_000_000 + " ms";
    }
}
