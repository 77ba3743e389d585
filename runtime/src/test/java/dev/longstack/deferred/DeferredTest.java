package dev.longstack.deferred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextKind;
import dev.longstack.context.ReleaseReason;
import dev.longstack.context.Scope;
import dev.longstack.listen.ContextListener;
import dev.longstack.listen.Interest;
import dev.longstack.listen.Listeners;
import dev.longstack.listen.Registration;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.channels.CompletionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // scopes are closed, not used
class DeferredTest {
    private final List<String> lines = new ArrayList<>();
    private final AsyncContext request;
    private final Registration registration;

    DeferredTest() {
        registration = Listeners.add(
                new ContextListener() {
                    @Override
                    public void created(AsyncContext context) {
                        if (context.kind() != ContextKind.REQUEST) {
                            lines.add("created " + context.operation() + " " + context.kind() + " "
                                    + context.arguments());
                        }
                    }

                    @Override
                    public void released(AsyncContext context, ReleaseReason reason) {
                        if (context.kind() != ContextKind.REQUEST) {
                            lines.add("released " + context.operation() + " " + reason.word());
                        }
                    }
                },
                Interest.CREATED,
                Interest.RELEASED,
                Interest.ARGUMENTS);
        request = AsyncContext.request("GET /orders");
    }

    @BeforeEach
    void listening() {
        assertThat(request.id()).isPositive();
    }

    @AfterEach
    void nobodyIsLeft() {
        registration.close();
        assertThat(AsyncContext.currentId()).isZero();
    }

    private String where() {
        return AsyncContext.currentOperation() + " of " + (AsyncContext.currentParentId() == request.id());
    }

    private <T> T inRequest(Callable<T> call) throws Exception {
        try (Scope scope = request.beginRun()) {
            return call.call();
        }
    }

    @Test
    void everyTypeOfCallbackRunsUnderWhereItWasWrapped() throws Exception {
        Deferred deferred = Deferred.wrap("op");
        inRequest(() -> deferred.runnable(() -> lines.add("runnable " + where())))
                .run();
        assertThat(inRequest(() -> deferred.callable(this::where)).call()).isEqualTo("op of true");
        assertThat(inRequest(() -> deferred.supplier(this::where)).get()).isEqualTo("op of true");
        assertThat(inRequest(() -> deferred.<Integer, String>function(each -> each + where()))
                        .apply(1))
                .isEqualTo("1op of true");
        inRequest(() -> deferred.<Integer>consumer(each -> lines.add(each + where())))
                .accept(2);
        assertThat(inRequest(() -> deferred.<Integer, Integer, String>biFunction((a, b) -> a + b + where()))
                        .apply(1, 2))
                .isEqualTo("3op of true");
        inRequest(() -> deferred.<Integer, Integer>biConsumer((a, b) -> lines.add(a + b + where())))
                .accept(2, 3);
        assertThat(lines)
                .contains("runnable op of true", "2op of true", "5op of true", "released op completed")
                .filteredOn(line -> line.startsWith("created"))
                .hasSize(7);
    }

    @Test
    void aCallbackTogetherWithItsArguments() throws Exception {
        Runnable timer = inRequest(() -> Deferred.wrap("setTimeout", () -> Map.of("delay", 10))
                .consumer(name -> lines.add("hello " + name), "world"));
        timer.run();
        assertThat(Deferred.wrap("add").biFunction(Integer::sum, 1, 2).get()).isEqualTo(3);
        assertThat(lines).startsWith("created setTimeout TASK {delay=10}", "hello world");
    }

    @Test
    void aCompletionHandlerReportsSuccessAndFailure() throws Exception {
        CompletionHandler<Integer, String> handler = new CompletionHandler<>() {
            @Override
            public void completed(Integer result, String attachment) {
                lines.add(attachment + result + where());
            }

            @Override
            public void failed(Throwable failure, String attachment) {
                lines.add(attachment + failure.getMessage() + where());
            }
        };
        inRequest(() -> Deferred.wrap("read").completionHandler(handler)).completed(5, "bytes ");
        inRequest(() -> Deferred.wrap("read").completionHandler(handler)).failed(new IOException("gone"), "bytes ");
        assertThat(lines).contains("bytes 5read of true", "bytes goneread of true");
    }

    @Test
    void aSubscriberRunsForEachItemUntilItIsCompleted() throws Exception {
        Flow.Subscriber<String> subscriber = new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(String item) {
                lines.add(item + " " + where());
            }

            @Override
            public void onError(Throwable failure) {
                lines.add("error");
            }

            @Override
            public void onComplete() {
                lines.add("complete " + where());
            }
        };
        try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>(Runnable::run, 8)) {
            publisher.subscribe(inRequest(() -> Emitters.subscriber("Publisher.subscribe", subscriber)));
            publisher.submit("one");
            publisher.submit("two");
        }
        assertThat(lines)
                .containsExactly(
                        "created Publisher.subscribe LISTENER {}",
                        "one Publisher.subscribe of true",
                        "two Publisher.subscribe of true",
                        "complete Publisher.subscribe of true",
                        "released Publisher.subscribe completed");
    }

    @Test
    void wrappersPrintAsTheInsideAreEqualToThemselvesAndUnwrap() {
        Runnable inside = new Runnable() {
            @Override
            public void run() {}

            @Override
            public String toString() {
                return "the inside";
            }
        };
        Runnable wrapped = Deferred.wrap("op").runnable(inside);
        Runnable again = Deferred.wrap("op").runnable(inside);
        assertThat(wrapped).hasToString("the inside").isEqualTo(wrapped).isNotEqualTo(again);
        assertThat(Deferred.unwrap(wrapped)).isSameAs(inside);
        assertThat(Deferred.unwrap(inside)).isSameAs(inside);
        assertThat(Deferred.wrap("op").runnable(wrapped)).as("no second hop").isSameAs(wrapped);
    }

    @Test
    void whatACallbackThrowsGoesOnAsItIs() {
        assertThatThrownBy(() -> Deferred.wrap("op")
                        .callable(() -> {
                            throw new IOException("planned");
                        })
                        .call())
                .isInstanceOf(IOException.class)
                .hasMessage("planned");
        assertThat(lines).contains("released op failed");
    }

    static String open(String path, String mode, Integer limit, Consumer<String> callback) {
        callback.accept(path);
        return "opened " + mode + limit;
    }

    private static MethodHandle open() throws ReflectiveOperationException {
        return MethodHandles.lookup()
                .findStatic(
                        DeferredTest.class,
                        "open",
                        MethodType.methodType(String.class, String.class, String.class, Integer.class, Consumer.class));
    }

    @Test
    void aWrappedMethodWrapsItsCallbackAndNamesItsArguments() throws Throwable {
        MethodHandle open = Deferred.wrapMethod("fs.open", open())
                .argument("path", 0)
                .optionalArgument("limit", 2)
                .build();
        Consumer<String> callback = path -> lines.add("called " + path + " in " + where());
        try (Scope scope = request.beginRun()) {
            String result = (String) open.invokeExact("/etc/hosts", "r", (Integer) null, callback);
            assertThat(result).isEqualTo("opened rnull");
        }
        assertThat(lines)
                .containsExactly(
                        "created fs.open TASK {path=/etc/hosts}",
                        "called /etc/hosts in fs.open of true",
                        "released fs.open completed");
    }

    @Test
    void aMethodFoundByReflectionAndARequestStyleOne() throws Throwable {
        MethodHandle reflected = Deferred.wrapMethod(
                        MethodHandles.lookup(),
                        DeferredTest.class.getDeclaredMethod(
                                "open", String.class, String.class, Integer.class, Consumer.class))
                .argument("mode", 1)
                .callback(3)
                .build();
        Consumer<String> callback = path -> {};
        Object ignored = reflected.invoke("/a", "rw", (Integer) 1, callback);
        MethodHandle request = Deferred.wrapRequest("fs.read", open())
                .argument("path", 0)
                .argument("mode", 1)
                .optionalArgument("limit", 2)
                .build();
        assertThat(request.invoke("/b", "r", (Integer) 7, callback)).isEqualTo("opened r7");
        assertThat(lines)
                .startsWith("created DeferredTest.open TASK {mode=rw}")
                .contains("created fs.read IO {path=/b, mode=r, limit=7}");
    }

    @Test
    void wrongPositionsAndTypesAreToldAtOnce() throws ReflectiveOperationException {
        MethodHandle open = open();
        assertThatThrownBy(() -> Deferred.wrapMethod("fs.open", open).argument("path", 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("position 9 of 'path' is none of the 4 arguments of 'fs.open'");
        assertThatThrownBy(
                        () -> Deferred.wrapMethod("fs.open", open).callback(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'java.lang.String', which can't be wrapped");
    }

    @Test
    void aLibraryMayKeepItsCallbacksItself() throws Exception {
        long id = inRequest(() -> Callbacks.created("Bus.register", () -> Map.of("topic", "orders")));
        Callbacks.run(id, () -> lines.add("run " + where()));
        assertThat(Callbacks.call(id, this::where)).isEqualTo("Bus.register of true");
        Callbacks.begin(id);
        assertThat(AsyncContext.currentId()).isEqualTo(id);
        Callbacks.end(id);
        Callbacks.released(id);
        Callbacks.released(id);
        assertThat(Callbacks.call(id, AsyncContext::currentId))
                .as("after its release")
                .isZero();
        Callbacks.begin(4711);
        Callbacks.end(4711);
        assertThat(lines)
                .containsExactly(
                        "created Bus.register LISTENER {topic=orders}",
                        "run Bus.register of true",
                        "released Bus.register completed");
    }

    @Test
    void aListenerIsOneContextUntilItIsRemoved() throws Exception {
        Consumer<String> listener =
                inRequest(() -> Emitters.listener("Bus.on", (String event) -> lines.add(event + " " + where())));
        listener.accept("first");
        listener.accept("second");
        Emitters.removed(listener);
        PropertyChangeListener changes = inRequest(() -> Emitters.propertyChangeListener(
                "Bean.addPropertyChangeListener", change -> lines.add(change.getPropertyName() + " " + where())));
        assertThat(changes).hasToString(Deferred.unwrap(changes).toString());
        PropertyChangeSupport bean = new PropertyChangeSupport(this);
        bean.addPropertyChangeListener(changes);
        bean.firePropertyChange("name", "a", "b");
        bean.removePropertyChangeListener(changes);
        bean.firePropertyChange("name", "b", "c");
        Emitters.removed(changes);
        Emitters.removed("not wrapped");
        assertThat(lines)
                .containsExactly(
                        "created Bus.on LISTENER {}",
                        "first Bus.on of true",
                        "second Bus.on of true",
                        "released Bus.on closed",
                        "created Bean.addPropertyChangeListener LISTENER {}",
                        "name Bean.addPropertyChangeListener of true",
                        "released Bean.addPropertyChangeListener closed");
    }
}
