package dev.longstack.companions.servlets;

import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

final class TomcatServer implements Server {
    private final Tomcat tomcat = new Tomcat();
    private final String folder;
    private final ThreadPoolExecutor pool;

    TomcatServer(String folder) {
        this.folder = folder;
        TaskQueue queue = new TaskQueue();
        this.pool = new ThreadPoolExecutor(1, 4, 1, TimeUnit.SECONDS, queue);
        queue.setParent(pool);
    }

    @Override
    public int start(Map<String, HttpServlet> servlets) throws Exception {
        tomcat.setBaseDir(folder);
        tomcat.setPort(0);
        Context context = tomcat.addContext("", folder);
        servlets.forEach((mapping, servlet) -> {
            Tomcat.addServlet(context, mapping, servlet).setAsyncSupported(true);
            context.addServletMappingDecoded(mapping, mapping);
        });
        ErrorPage page = new ErrorPage();
        page.setErrorCode(500);
        page.setLocation(ERRORS);
        context.addErrorPage(page);
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public Executor pool() {
        return pool;
    }

    @Override
    public void stop() throws Exception {
        pool.shutdown();
        boolean ignored = pool.awaitTermination(5, TimeUnit.SECONDS);
        tomcat.stop();
        tomcat.destroy();
    }
}
