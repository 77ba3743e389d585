package dev.longstack.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotInheritedTest {
    private static final String LISTED = Listed.class.getName();

    @AfterEach
    void nothingIsListed() {
        NotInherited.use(Set.of());
    }

    @Test
    void aClassIsMeantExactly() {
        NotInherited.use(Set.of(LISTED));
        assertThat(NotInherited.inherits(Listed.class)).isFalse();
        assertThat(NotInherited.inherits(ListedToo.class))
                .as("its name only begins so")
                .isTrue();
        assertThat(NotInherited.inherits(Listed.Inner.class)).isTrue();
        assertThat(NotInherited.inherits(null)).isTrue();
    }

    @Test
    void aClassAndItsLambdasAreNamedApart() {
        Class<?> lambda = Listed.lambda().getClass();
        NotInherited.use(Set.of(LISTED));
        assertThat(NotInherited.inherits(lambda)).isTrue();
        NotInherited.use(Set.of(LISTED + "$$Lambda"));
        assertThat(NotInherited.inherits(lambda)).isFalse();
        assertThat(NotInherited.inherits(Listed.class)).isTrue();
        assertThat(NotInherited.inherits(ListedToo.lambda().getClass())).isTrue();
    }

    private static final class Listed {
        static Runnable lambda() {
            return () -> {};
        }

        private static final class Inner {}
    }

    private static final class ListedToo {
        static Runnable lambda() {
            return () -> {};
        }
    }
}
