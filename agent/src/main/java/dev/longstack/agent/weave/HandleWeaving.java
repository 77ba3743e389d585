package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.propagate.HandleHooks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files, channels and sockets: tracked from when they are open to when they are closed. */
final class HandleWeaving {
    private static final Insert OPENED = self().hook(HandleHooks.class, "opened", Object.class);
    private static final Insert CLOSING = self().hook(HandleHooks.class, "closing", Object.class);

    private HandleWeaving() {}

    static Map<String, Weaving> classes() {
        Map<String, Weaving> classes = new HashMap<>();
        for (String file : List.of("FileInputStream", "FileOutputStream", "RandomAccessFile")) {
            classes.put("java/io/" + file, woven -> handle(woven, "open", "close"));
        }
        classes.put("sun/nio/ch/FileChannelImpl", woven -> handle(woven, "<init>", "implCloseChannel"));
        for (String channel : List.of("SocketChannelImpl", "ServerSocketChannelImpl", "DatagramChannelImpl")) {
            classes.put("sun/nio/ch/" + channel, woven -> handle(woven, "<init>", "implCloseSelectableChannel"));
        }
        classes.put("java/net/Socket", woven -> handle(woven, "connect", "close"));
        classes.put("java/net/ServerSocket", HandleWeaving::serverSocket);
        return classes;
    }

    private static void handle(WovenClass woven, String opens, String closes) {
        woven.methods(opens).forEach(method -> method.beforeReturn(OPENED));
        woven.methods(closes, parameters -> parameters.length == 0).forEach(method -> method.atEntry(CLOSING));
    }

    private static void serverSocket(WovenClass woven) {
        handle(woven, "bind", "close");
        woven.method("accept").beforeReturn(top().hook(HandleHooks.class, "opened", Object.class));
    }
}
