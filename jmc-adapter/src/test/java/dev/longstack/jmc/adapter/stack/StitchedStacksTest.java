package dev.longstack.jmc.adapter.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.events.EventNames;
import dev.longstack.jmc.adapter.items.Open;
import dev.longstack.jmc.adapter.items.OpenRecording;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.ItemCollectionToolkit;
import org.openjdk.jmc.common.item.ItemFilters;

class StitchedStacksTest {
    @Test
    void everyEventIsInOneGroup() throws Exception {
        OpenRecording recording = Open.hops(25);
        var invocations = recording.items().apply(ItemFilters.type(EventNames.CONTEXT_INVOCATION));
        List<StitchedStacks.Group> groups =
                Objects.requireNonNull(StitchedStacks.of(recording, invocations, () -> false));
        long events = Objects.requireNonNull(invocations.getAggregate(Aggregators.count()))
                .longValue();
        assertThat(groups.stream().mapToLong(StitchedStacks.Group::count).sum()).isEqualTo(events);
        assertThat(groups).hasSizeGreaterThan(1).allSatisfy(group -> {
            assertThat(group.stack().boundaries()).isNotEmpty();
            assertThat(group.title()).isNotBlank();
        });
        assertThat(StitchedStacks.of(recording, invocations, () -> true))
                .as("cancelled")
                .isNull();
        assertThat(StitchedStacks.of(recording, ItemCollectionToolkit.EMPTY, () -> false))
                .isEmpty();
    }
}
