package dev.longstack.jmc.adapter.rule;

import dev.longstack.analysis.find.Check;
import dev.longstack.analysis.find.Checks;
import dev.longstack.analysis.find.Finding;
import dev.longstack.analysis.find.Severity;
import dev.longstack.events.EventNames;
import dev.longstack.jmc.adapter.items.ContextItems;
import dev.longstack.jmc.adapter.items.OpenRecording;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.item.ItemQueryBuilder;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.rules.AbstractRule;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IResultValueProvider;
import org.openjdk.jmc.flightrecorder.rules.ResultBuilder;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/**
 * A check as a rule of Mission Control's automated analysis. A recording without our events is not judged. META-INF/services lists
 * a class for each check, since a ServiceLoader makes rules without arguments.
 */
public abstract class CheckRule extends AbstractRule {
    /** The topic of all our rules and pages. */
    private static final String TOPIC = "longstack_async_stacks";

    private final Check check;

    private CheckRule(Check check) {
        super(
                "longstack." + camelCase(check.word()),
                check.title(),
                TOPIC,
                List.of(),
                List.of(TypedResult.SCORE, TypedResult.ITEM_QUERY),
                Map.of());
        this.check = check;
    }

    private static String camelCase(String word) {
        return Arrays.stream(word.split("-", -1))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }

    @Override
    protected IResult getResult(
            IItemCollection items, IPreferenceValueProvider preferences, IResultValueProvider results) {
        if (!items.apply(ItemFilters.type(EventNames.CONTEXT_INVOCATION)).hasItems()) {
            return RulesToolkit.getNotApplicableResult(
                    this,
                    preferences,
                    "The recording has no Longstack events. Start the JVM with the Longstack agent.");
        }
        Finding finding = check.find(OpenRecording.of(items).analysis());
        return finding.severity() == Severity.UNDETERMINED
                ? RulesToolkit.getNotApplicableResult(this, preferences, finding.summary())
                : result(finding, preferences);
    }

    private IResult result(Finding finding, IPreferenceValueProvider preferences) {
        ResultBuilder result = ResultBuilder.createFor(this, preferences)
                .setSeverity(org.openjdk.jmc.flightrecorder.rules.Severity.get(finding.score()))
                .setSummary(finding.summary())
                .setExplanation((finding.explanation() + " " + unseen(finding)).strip())
                .setSolution(finding.advice())
                .addResult(TypedResult.SCORE, UnitLookup.NUMBER_UNITY.quantity(finding.score()));
        if (!finding.evidence().isEmpty()) {
            result.addResult(
                    TypedResult.ITEM_QUERY,
                    ItemQueryBuilder.fromWhere(ContextItems.of(Set.copyOf(finding.evidence())))
                            .build());
        }
        return result.build();
    }

    private static String unseen(Finding finding) {
        return String.join(" ", finding.unseen());
    }

    public static final class LongQueueTime extends CheckRule {
        public LongQueueTime() {
            super(Checks.LONG_QUEUE_TIME);
        }
    }

    public static final class StarvedPool extends CheckRule {
        public StarvedPool() {
            super(Checks.STARVED_POOL);
        }
    }

    public static final class PendingWork extends CheckRule {
        public PendingWork() {
            super(Checks.PENDING_WORK);
        }
    }

    public static final class LostLinks extends CheckRule {
        public LostLinks() {
            super(Checks.LOST_LINKS);
        }
    }

    public static final class SelfRescheduling extends CheckRule {
        public SelfRescheduling() {
            super(Checks.SELF_RESCHEDULING);
        }
    }

    public static final class BlockedEventLoop extends CheckRule {
        public BlockedEventLoop() {
            super(Checks.BLOCKED_EVENT_LOOP);
        }
    }

    public static final class ContextLeak extends CheckRule {
        public ContextLeak() {
            super(Checks.CONTEXT_LEAK);
        }
    }

    public static final class SlowStreamConsumer extends CheckRule {
        public SlowStreamConsumer() {
            super(Checks.SLOW_STREAM_CONSUMER);
        }
    }
}
