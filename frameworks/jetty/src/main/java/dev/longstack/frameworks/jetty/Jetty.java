package dev.longstack.frameworks.jetty;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves on the port of the first argument, 0 for any. */
public final class Jetty {
    private Jetty() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        QueuedThreadPool pool = new QueuedThreadPool(64);
        Server server = new Server(pool);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(args.length == 0 ? 0 : Integer.parseInt(args[0]));
        server.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(new Routes(pool));
        holder.setAsyncSupported(true);
        handler.addServlet(holder, "/*");
        server.setHandler(handler);
        server.start();
        System.out.println("listening on " + connector.getLocalPort());
    }
}
