package dev.longstack.companions.servlets;

import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ServerConnector;

final class JettyServer implements Server {
    private final org.eclipse.jetty.server.Server jetty = new org.eclipse.jetty.server.Server();

    @Override
    public int start(Map<String, HttpServlet> servlets) throws Exception {
        ServerConnector connector = new ServerConnector(jetty);
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        servlets.forEach((mapping, servlet) -> {
            ServletHolder holder = new ServletHolder(servlet);
            holder.setAsyncSupported(true);
            context.addServlet(holder, mapping);
        });
        ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
        errors.addErrorPage(500, ERRORS);
        context.setErrorHandler(errors);
        jetty.setHandler(context);
        jetty.start();
        return connector.getLocalPort();
    }

    @Override
    public Executor pool() {
        return jetty.getThreadPool();
    }

    @Override
    public void stop() throws Exception {
        jetty.stop();
    }
}
