package dev.longstack.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Members;
import dev.longstack.agent.weave.WovenClass;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

class TransformerTest {
    private static final String FUTURE = "java/util/concurrent/FutureTask";
    private static final String OWN_RUN = OwnRun.class.getName().replace('.', '/');
    private static final @Nullable ClassLoader BOOT = null;
    private static final ClassLoader OWN = TransformerTest.class.getClassLoader();

    private final Transformer transformer = of(Families.ALL);

    private static Transformer of(List<Family> families) {
        return new Transformer(new Targets(families), new Completions(families), false);
    }

    private byte @Nullable [] atLoad(@Nullable ClassLoader loader, String name, byte[] bytes) {
        return transformer.transform(loader, name, null, null, bytes);
    }

    private byte @Nullable [] again(@Nullable ClassLoader loader, String name, Class<?> loaded, byte[] bytes) {
        return transformer.transform(loader, name, loaded, null, bytes);
    }

    private static byte[] packaged(String name) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return in.readAllBytes();
        }
    }

    private static byte[] present(byte @Nullable [] bytes) {
        return Objects.requireNonNull(bytes, "not woven");
    }

    private static ClassNode type(byte @Nullable [] bytes) {
        ClassNode type = new ClassNode();
        new ClassReader(present(bytes)).accept(type, 0);
        return type;
    }

    private static boolean hasMembers(byte @Nullable [] bytes) {
        return type(bytes).fields.stream().anyMatch(field -> field.name.startsWith("longstack"));
    }

    /** As another agent may have left it: without the method that our weaving looks for. */
    private static byte[] withoutCancel(byte[] bytes) {
        ClassNode type = type(bytes);
        type.methods.removeIf(method -> method.name.equals("cancel"));
        ClassWriter writer = new ClassWriter(0);
        type.accept(writer);
        return writer.toByteArray();
    }

    @Test
    void aClassLoadedBeforeUsNeverGetsMembers() throws IOException {
        byte[] bytes = packaged(FUTURE);
        assertThat(hasMembers(again(BOOT, FUTURE, FutureTask.class, bytes))).isFalse();
        assertThat(hasMembers(again(BOOT, FUTURE, FutureTask.class, bytes))).isFalse();
    }

    @Test
    void aClassWovenAtLoadIsWovenTheSameWayAgain() throws IOException {
        byte[] bytes = packaged(FUTURE);
        byte[] first = atLoad(BOOT, FUTURE, bytes);
        assertThat(hasMembers(first)).isTrue();
        assertThat(again(BOOT, FUTURE, FutureTask.class, bytes)).isEqualTo(first);
    }

    @Test
    void whatHasOurCodeAlreadyIsLeftAlone() throws IOException {
        byte[] woven = atLoad(BOOT, FUTURE, packaged(FUTURE));
        assertThat(again(BOOT, FUTURE, FutureTask.class, present(woven))).isNull();
        byte[] thread = atLoad(OWN, OWN_RUN, packaged(OWN_RUN));
        assertThat(again(OWN, OWN_RUN, OwnRun.class, present(thread)))
                .as("bodies alone")
                .isNull();
    }

    @Test
    void whereItsCodeIsNotAsExpectedAnyMoreItGetsItsMembersAlone() throws IOException {
        byte[] bytes = packaged(FUTURE);
        ClassNode first = type(atLoad(BOOT, FUTURE, bytes));
        ClassNode later = type(again(BOOT, FUTURE, FutureTask.class, withoutCancel(bytes)));
        assertThat(later.interfaces).isEqualTo(first.interfaces);
        assertThat(later.fields)
                .extracting(field -> field.name + field.desc)
                .containsExactlyElementsOf(first.fields.stream()
                        .map(field -> field.name + field.desc)
                        .toList());
        assertThat(later.methods).hasSize(first.methods.size() - 1);
    }

    @Test
    void aClassOfTheJdkThatCouldNotBeWovenAtLoadHasItsMembersAllTheSame() throws IOException {
        byte[] bytes = packaged(FUTURE);
        assertThat(hasMembers(atLoad(BOOT, FUTURE, withoutCancel(bytes))))
                .as("the accessors expect them")
                .isTrue();
        assertThat(hasMembers(again(BOOT, FUTURE, FutureTask.class, bytes))).isTrue();
    }

    @Test
    void loadersAreNotMixedUp() throws IOException {
        byte[] bytes = packaged(FUTURE);
        byte[] ignored = atLoad(OWN, FUTURE, bytes);
        assertThat(hasMembers(again(BOOT, FUTURE, FutureTask.class, bytes))).isFalse();
    }

    @Test
    void aSubclassOfThreadIsWovenAgainIfItWasWovenAtLoad() throws IOException {
        byte[] bytes = packaged(OWN_RUN);
        assertThat(again(OWN, OWN_RUN, OwnRun.class, bytes))
                .as("loaded before us")
                .isNull();
        byte[] first = atLoad(OWN, OWN_RUN, bytes);
        assertThat(first).isNotNull();
        assertThat(again(OWN, OWN_RUN, OwnRun.class, bytes)).isEqualTo(first);
    }

    @Test
    void whatWaitsForClassesWaitsForTheirMembersAndIsDoneOnce() throws IOException {
        int[] done = new int[1];
        Family family = Family.named("sample", "a sample")
                .gives(FUTURE, Members.TOKEN)
                .weaves(FUTURE, WovenClass::name)
                .weaves("java/util/Timer", WovenClass::name)
                .onceWoven(Set.of(FUTURE, "java/util/Timer"), () -> done[0]++)
                .declared();
        Transformer waiting = of(List.of(family));
        byte[] timer = packaged("java/util/Timer");
        byte[] future = packaged(FUTURE);
        waiting.transform(BOOT, "java/util/Timer", Timer.class, null, timer);
        waiting.transform(BOOT, FUTURE, FutureTask.class, null, future);
        assertThat(done[0]).as("the future has no members").isZero();
        waiting.transform(BOOT, FUTURE, null, null, future);
        waiting.transform(BOOT, FUTURE, FutureTask.class, null, future);
        waiting.transform(BOOT, "java/util/Timer", Timer.class, null, timer);
        assertThat(done[0]).isEqualTo(1);
    }

    private static final class OwnRun extends Thread {
        @Override
        public void run() {}
    }
}
