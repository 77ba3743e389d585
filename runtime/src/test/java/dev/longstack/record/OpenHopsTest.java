package dev.longstack.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.events.ContextKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenHopsTest {
    private static final CallSite SITE = CallSites.of(ContextKind.CONTINUATION, "thenApply", Runnable.class, null);

    private static boolean isListed(OpenHops hops) {
        List<OpenHops> all = new ArrayList<>();
        OpenHops.all().forEach(all::add);
        return all.contains(hops);
    }

    @Test
    void aRequestIsListedWhileAnythingOfItIsOpenAfterARun() {
        Request request = new Request(1, "GET /");
        request.open.opened(2, SITE);
        assertThat(isListed(request.open)).as("its own run goes on").isFalse();
        request.open.add(0);
        assertThat(isListed(request.open)).as("its run ended and left a hop").isTrue();
        assertThat(request.open.count()).isOne();
        assertThat(request.open.steps()).isEqualTo("2 continuation thenApply java.lang.Runnable");
        request.open.closed(2);
        request.open.add(-1);
        assertThat(isListed(request.open)).as("the hop is over").isFalse();
        assertThat(request.open.steps()).isEmpty();
    }

    @Test
    void theNewestOpenHopsAreNamedFirstAndOthersOnlyCounted() {
        Request request = new Request(1, "GET /");
        for (int id = 10; id < 30; id++) {
            request.open.opened(id, SITE);
        }
        request.open.add(19);
        assertThat(request.open.steps().lines()).hasSize(8).first().asString().startsWith("17 ");
        assertThat(request.open.count()).isEqualTo(20);
    }

    @Test
    void oneThatNobodyCanEndAnyMoreIsToldAsCollected() throws InterruptedException {
        OpenHops hops = leftOpen();
        OpenHops collected = OpenHops.collected();
        for (int i = 0; i < 100 && collected != hops; i++) {
            System.gc();
            Thread.sleep(20);
            collected = OpenHops.collected();
        }
        assertThat(collected).isSameAs(hops);
        assertThat(isListed(hops)).isFalse();
        assertThat(hops.count()).isOne();
    }

    private static OpenHops leftOpen() {
        Request request = new Request(1, "GET /");
        request.open.add(0);
        return request.open;
    }
}
