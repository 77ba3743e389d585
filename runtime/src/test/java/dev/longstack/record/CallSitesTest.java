package dev.longstack.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.events.ContextKind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallSitesTest {
    private static final class Task {}

    private static final class OtherTask {}

    @Test
    void theSameCallHasTheSameSite() {
        CallSite site = CallSites.of(ContextKind.TASK, "submit", Task.class, "GET /");
        assertThat(CallSites.of(ContextKind.TASK, new String("submit"), Task.class, new String("GET /")))
                .as("by equality: names are not always the same object")
                .isSameAs(site);
        assertThat(CallSites.of(ContextKind.CONTINUATION, "submit", Task.class, "GET /"))
                .isNotSameAs(site);
        assertThat(CallSites.of(ContextKind.TASK, "submit", Task.class, null)).isNotSameAs(site);
    }

    @Test
    void aMillionNamesOfParentsTakeABoundedNumberOfSitesAndKeepTheOperation() {
        Set<CallSite> sites = new HashSet<>();
        for (int i = 0; i < 1_000_000; i++) {
            CallSite site = CallSites.of(ContextKind.TASK, "execute", OtherTask.class, "GET /stock/" + i);
            assertThat(site.operation).isEqualTo("execute");
            sites.add(site);
        }
        assertThat(sites).hasSizeLessThanOrEqualTo(257);
        assertThat(CallSites.of(ContextKind.TASK, "execute", OtherTask.class, "GET /stock/0").parentOperation)
                .as("the first ones stay as they are")
                .isEqualTo("GET /stock/0");
    }

    @Test
    void aMillionOperationsTakeABoundedNumberOfSites() {
        Set<CallSite> sites = new HashSet<>();
        for (int i = 0; i < 1_000_000; i++) {
            sites.add(CallSites.of(ContextKind.REQUEST, "request " + i, null, null));
        }
        assertThat(sites).hasSizeLessThanOrEqualTo(256 + 65);
    }
}
