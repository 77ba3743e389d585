package dev.longstack.agent.jdk.handles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlesFamilyTest {
    private final WovenFamily woven = WovenFamily.of(HandlesFamily.FAMILY);

    @Test
    void handlesAreTrackedFromOpenToClose() {
        for (String file : List.of("FileInputStream", "FileOutputStream", "RandomAccessFile")) {
            assertThat(woven.hooks("java/io/" + file, "open")).containsOnly(Hook.HANDLE_OPENED);
            assertThat(woven.hooks("java/io/" + file, "close")).containsOnly(Hook.HANDLE_CLOSING);
        }
        assertThat(woven.hooks("java/net/ServerSocket", "accept")).containsOnly(Hook.HANDLE_OPENED);
    }

    @Test
    void theyAreOffUnlessAskedFor() {
        assertThat(HandlesFamily.FAMILY.onByDefault()).isFalse();
    }
}
