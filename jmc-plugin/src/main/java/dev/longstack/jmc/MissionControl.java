package dev.longstack.jmc;

import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExecutableExtensionFactory;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPathEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.openjdk.jmc.common.IState;
import org.openjdk.jmc.common.IWritableState;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/**
 * All that we know of Mission Control's own user interface, which can't be compiled against: its pages, its editor, its event
 * browser, by reflection. Where something of it fails, the views do without. UI thread, but for what {@link #itemsOf} returns.
 */
public final class MissionControl implements IExecutableExtensionFactory {
    private static final String UI = "org.openjdk.jmc.flightrecorder.ui.";
    private static final String NAME = "Async Stacks";
    private static final String TOPIC = "longstack_async_stacks";
    private static final int POLL_MILLIS = 100;

    /** Whether its user interface is here. */
    static boolean isHere() {
        try {
            type("IDataPageFactory");
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(UI + name, false, MissionControl.class.getClassLoader());
    }

    // --- the items of an editor ---

    /** What reads the items of an editor's recording; null where it shows none. */
    static Callable<IItemCollection> itemsOf(IEditorPart editor) {
        if (editor == null) {
            return null;
        }
        Optional<Method> model = method(editor.getClass(), "getModel");
        IPathEditorInput input =
                editor.getEditorInput() instanceof IPathEditorInput path && path.getPath() != null ? path : null;
        if (model.isEmpty() && (input == null || !isRecording(input.getPath().toFile()))) {
            return null;
        }
        return () -> {
            if (model.isPresent()) {
                try {
                    return loaded(editor, model.get());
                } catch (ReflectiveOperationException e) {
                    ILog.get().warn("Mission Control's editor does not give its items; the file is read once more", e);
                }
            }
            if (input == null) {
                throw new IllegalStateException("the editor has no file");
            }
            return JfrLoaderToolkit.loadEvents(input.getPath().toFile());
        };
    }

    private static boolean isRecording(File file) {
        String name = file.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".jfr") || name.endsWith(".jfr.gz") || name.endsWith(".jfr.lz4");
    }

    private static Optional<Method> method(Class<?> type, String name) {
        try {
            Method method = type.getDeclaredMethod(name);
            method.setAccessible(true);
            return Optional.of(method);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Waits for as long as the editor loads; a job that is cancelled is interrupted. */
    private static IItemCollection loaded(IEditorPart editor, Method getModel)
            throws ReflectiveOperationException, InterruptedException {
        Object model = getModel.invoke(editor);
        while (model == null) {
            Thread.sleep(POLL_MILLIS);
            if (editor.getSite() == null || editor.getSite().getPage() == null) {
                throw new InterruptedException("the editor was closed");
            }
            model = getModel.invoke(editor);
        }
        return items(model);
    }

    private static IItemCollection items(Object streamModel) throws ReflectiveOperationException {
        return (IItemCollection) streamModel.getClass().getMethod("getItems").invoke(streamModel);
    }

    // --- the event browser ---

    /** Makes these items the selection that the event browser shows, and goes there. */
    static void showInEventBrowser(Object editor, IItemCollection items) {
        if (editor == null || items == null) {
            return;
        }
        try {
            Class<?> selectionType = type("selection.IFlavoredSelection");
            Object selection = type("selection.ItemBackedSelection")
                    .getConstructor(IItemCollection.class, String.class)
                    .newInstance(items, "Asynchronous requests");
            Class<?> container = type("IPageContainer");
            Object store = container.getMethod("getSelectionStore").invoke(editor);
            store.getClass().getMethod("setCurrent", selectionType).invoke(store, selection);
            store.getClass().getMethod("setCurrentActive", boolean.class).invoke(store, true);
            navigate(editor, "Event Browser");
        } catch (ReflectiveOperationException | RuntimeException e) {
            ILog.get().warn("Mission Control's event browser can't be shown from here", e);
        }
    }

    /** Goes to our page in an editor; false where it has none. Mission Control's own Back leads back. */
    static boolean showPage(Object editor) {
        try {
            return isHere() && type("IPageContainer").isInstance(editor) && navigate(editor, NAME);
        } catch (ReflectiveOperationException | RuntimeException e) {
            ILog.get().warn("Mission Control's page can't be shown from here", e);
            return false;
        }
    }

    /** Goes to the page of this name; false where there is none. */
    private static boolean navigate(Object editor, String name) throws ReflectiveOperationException {
        Class<?> ui = type("FlightRecorderUI");
        Object pages =
                ui.getMethod("getPageManager").invoke(ui.getMethod("getDefault").invoke(null));
        Stream<?> all = (Stream<?>) pages.getClass().getMethod("getAllPages").invoke(pages);
        Class<?> descriptor = type("DataPageDescriptor");
        Method getName = descriptor.getMethod("getName");
        for (Object page : all.toList()) {
            if (name.equals(getName.invoke(page))) {
                type("IPageContainer").getMethod("navigateTo", descriptor).invoke(editor, page);
                return true;
            }
        }
        return false;
    }

    // --- the page ---

    /** The factory of our page, as plugin.xml asks for it. */
    @Override
    public Object create() throws CoreException {
        try {
            return proxy(type("IDataPageFactory"), factory());
        } catch (ClassNotFoundException e) {
            throw new CoreException(Status.error("Mission Control's user interface is not here", e));
        }
    }

    private static Map<String, Function<Object[], Object>> factory() {
        return Map.of(
                "getName", arguments -> NAME,
                "getDescription", arguments -> "Asynchronous requests, their steps and their timelines.",
                "getTopics", arguments -> new String[] {TOPIC},
                "getImageDescriptor", arguments -> Icons.of("requests"),
                "createPage", arguments -> page(arguments[1]));
    }

    /** The page of one recording; it is shown anew each time that its node is selected. */
    private static Object page(Object streamModel) {
        try {
            return proxy(
                    type("IDisplayablePage"),
                    Map.of(
                            "getName", arguments -> NAME,
                            "getDescription", arguments -> "Asynchronous requests, their steps and their timelines.",
                            "getImageDescriptor", arguments -> Icons.of("requests"),
                            "display",
                                    arguments -> display((Composite) arguments[0], streamModel, arguments[2], (IState)
                                            arguments[3])));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object display(Composite parent, Object streamModel, Object container, IState state) {
        RequestsPane pane = new RequestsPane(parent, new Page(container));
        pane.restore(PaneState.of(state));
        IWorkbenchPage page =
                container instanceof IEditorPart editor ? editor.getSite().getPage() : null;
        pane.open(container, page, () -> items(streamModel));
        try {
            return proxy(type("IPageUI"), Map.of("saveTo", arguments -> {
                if (!pane.isDisposed()) {
                    pane.state().saveTo((IWritableState) arguments[0]);
                }
                return null;
            }));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Mission Control's editor as the host of a pane. */
    private record Page(Object container) implements Host {
        @Override
        public void select(IItemCollection items) {
            try {
                type("IPageContainer")
                        .getMethod("showSelection", IItemCollection.class)
                        .invoke(container, items);
            } catch (ReflectiveOperationException e) {
                ILog.get().warn("Mission Control does not take the selection", e);
            }
        }

        @Override
        public boolean hasEventBrowser() {
            return true;
        }

        @Override
        public void showInEventBrowser(IItemCollection items) {
            MissionControl.showInEventBrowser(container, items);
        }
    }

    /** An object of an interface that is known by name only; methods that are not named here do what their default does. */
    private static Object proxy(Class<?> type, Map<String, Function<Object[], Object>> methods) {
        InvocationHandler handler = (self, method, arguments) -> {
            Function<Object[], Object> ours = methods.get(method.getName());
            if (ours != null) {
                return ours.apply(arguments);
            }
            return switch (method.getName()) {
                case "equals" -> self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                case "toString" -> type.getSimpleName() + " of " + Icons.BUNDLE;
                default -> method.isDefault() ? InvocationHandler.invokeDefault(self, method, arguments) : null;
            };
        };
        return Proxy.newProxyInstance(MissionControl.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
