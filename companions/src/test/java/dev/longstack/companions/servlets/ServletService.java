package dev.longstack.companions.servlets;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;

/** Serves until its input ends; its arguments are the server's name and a folder to work in. */
final class ServletService {
    private ServletService() {}

    public static void main(String[] args) throws Exception {
        // exchanges fail on purpose
        LogManager.getLogManager().reset();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        Server server = server(args[0], args[1]);
        Routes routes = new Routes(pool, server.pool());
        Child.serve(server.start(routes.servlets()));
        if (!routes.awaitTheEnd()) {
            System.out.println("exchanges are open");
        }
        pool.shutdown();
        boolean ignored = pool.awaitTermination(5, TimeUnit.SECONDS);
        server.stop();
    }

    /** Each in a class of its own: of an older Tomcat the others are not there. */
    private static Server server(String name, String folder) {
        return switch (name) {
            case "tomcat" -> new TomcatServer(folder);
            case "jetty" -> new JettyServer();
            default -> new UndertowServer();
        };
    }
}
