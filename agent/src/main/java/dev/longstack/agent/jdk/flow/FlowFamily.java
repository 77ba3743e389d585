package dev.longstack.agent.jdk.flow;

import static dev.longstack.agent.weave.Insert.self;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.Members;
import dev.longstack.agent.weave.Patterns;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;

/** SubmissionPublisher: each item of each subscriber is a step of whoever submitted it; the loop that consumes them is nobody's. */
public final class FlowFamily {
    private static final String SUBSCRIPTION = "java/util/concurrent/SubmissionPublisher$BufferedSubscription";
    private static final String SUBSCRIBER = "Ljava/util/concurrent/Flow$Subscriber;";

    public static final Family FAMILY = Family.named("flow", "SubmissionPublisher, item by item")
            .weaves(SUBSCRIPTION, FlowFamily::subscription, Members.TOKEN)
            .declared();

    private FlowFamily() {}

    private static void subscription(WovenClass subscription) {
        Insert subscriber = self().field(SUBSCRIPTION, "subscriber", SUBSCRIBER);
        for (String name : new String[] {"offer", "retryOffer"}) {
            WovenMethod offer = subscription.method(name);
            offer.atEntry(self().and(subscriber).and(offer.argument(0)).call(Hook.ITEM_OFFERING));
        }
        WovenMethod offered = subscription.method("startOnOffer");
        offered.atEntry(self().and(Insert.number(1)).call(Hook.ITEM_OFFERED));
        Patterns.drains(subscription.method("consume"));
        WovenMethod consumes = subscription.method("consumeNext");
        Run.of(self(), self().and(consumes.argument(1)).call(Hook.ITEM_CONSUMING))
                .aroundCalls(consumes, Calls.named("onNext"));
        subscription.method("cancel").atEntry(self().call(Hook.ITEMS_CANCELLED));
    }
}
