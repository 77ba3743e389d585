package dev.longstack.analysis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepNamesTest {
    @Test
    void lambdasGoByTheMethodThatHasThem() {
        assertThat(StepNames.shortFrame("shop.Checkout.lambda$order$3:27")).isEqualTo("Checkout.order:27");
        assertThat(StepNames.shortFrame("shop.Checkout.order:27")).isEqualTo("Checkout.order:27");
        assertThat(StepNames.withoutLambda("shop.Checkout.lambda$order$3(Checkout.java:27)"))
                .isEqualTo("shop.Checkout.order(Checkout.java:27)");
        assertThat(StepNames.shortFrame("shop.Checkout.lambda$new$0:7")).isEqualTo("Checkout.<init>:7");
        assertThat(StepNames.withoutLambda("shop.Shop$$Lambda$372+0x00007fc7801d6668.154229954.run(Unknown Source)"))
                .isEqualTo("shop.Shop lambda.run(Unknown Source)");
        assertThat(StepNames.type("shop.Checkout$$Lambda/0x42")).isEqualTo("Checkout lambda");
    }
}
