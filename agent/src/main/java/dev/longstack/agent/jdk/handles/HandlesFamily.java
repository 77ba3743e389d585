package dev.longstack.agent.jdk.handles;

import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.propagate.hooks.HandleHooks;
import java.util.List;

/** Files, channels and sockets: tracked from when they are open to when they are closed. */
public final class HandlesFamily {
    private static final List<String> FILES = List.of("FileInputStream", "FileOutputStream", "RandomAccessFile");
    private static final List<String> CHANNELS =
            List.of("SocketChannelImpl", "ServerSocketChannelImpl", "DatagramChannelImpl");

    public static final Family FAMILY = declaration().declared();

    private HandlesFamily() {}

    private static Family.Declaration declaration() {
        Family.Declaration family = Family.named(
                        "handles", "files, channels and sockets: what opened them, and which were never closed")
                .offByDefault()
                .weaves("sun/nio/ch/FileChannelImpl", woven -> handle(woven, "<init>", "implCloseChannel"))
                .weaves("java/net/Socket", woven -> handle(woven, "connect", "close"))
                .weaves("java/net/ServerSocket", HandlesFamily::serverSocket)
                .whenStarted(instrumentation -> HandleHooks.start());
        FILES.forEach(file -> family.weaves("java/io/" + file, woven -> handle(woven, "open", "close")));
        CHANNELS.forEach(channel ->
                family.weaves("sun/nio/ch/" + channel, woven -> handle(woven, "<init>", "implCloseSelectableChannel")));
        return family;
    }

    private static void handle(WovenClass handle, String opens, String closes) {
        handle.methods(opens).forEach(method -> method.beforeReturn(self().call(Hook.HANDLE_OPENED)));
        handle.methods(closes, parameters -> parameters.length == 0)
                .forEach(method -> method.atEntry(self().call(Hook.HANDLE_CLOSING)));
    }

    private static void serverSocket(WovenClass socket) {
        handle(socket, "bind", "close");
        socket.method("accept").beforeReturn(top().call(Hook.HANDLE_OPENED));
    }
}
