package dev.longstack.companions.servlets;

import java.io.IOException;

/** What a child JVM does with its parent. */
public final class Child {
    private Child() {}

    /** Says where it listens, and returns once the parent closes its input. */
    public static void serve(int port) throws IOException {
        System.out.println("listening on " + port);
        while (System.in.read() >= 0) {
            // nothing is said this way
        }
    }
}
