package dev.longstack.agent.library.drains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class DrainsFamilyTest {
    private final WovenFamily woven = WovenFamily.of(DrainsFamily.FAMILY);

    @Test
    void theLoopsOfTheLibrariesAreThere() {
        assertThat(woven.classes())
                .as("of the libraries on the class path, both generations of RxJava")
                .contains(
                        "io/reactivex/rxjava3/internal/operators/flowable/FlowableObserveOn$BaseObserveOnSubscriber",
                        "io/reactivex/internal/operators/observable/ObservableObserveOn$ObserveOnObserver",
                        "reactor/core/publisher/FluxPublishOn$PublishOnSubscriber",
                        "com/google/common/util/concurrent/SequentialExecutor$QueueWorker");
    }

    @Test
    void whatALoopCreatesIsNobodys() {
        for (String loop : woven.classes()) {
            assertThat(woven.hooks(loop, "run")).as(loop).containsSubsequence(Hook.DRAINING, Hook.END, Hook.END_FAILED);
        }
    }
}
