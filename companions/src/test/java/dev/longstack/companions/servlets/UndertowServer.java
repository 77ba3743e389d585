package dev.longstack.companions.servlets;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.http.HttpServlet;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

final class UndertowServer implements Server {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private @Nullable Undertow undertow;

    @Override
    public int start(Map<String, HttpServlet> servlets) throws Exception {
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(UndertowServer.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("companions")
                .addErrorPage(Servlets.errorPage(ERRORS, 500));
        servlets.forEach((mapping, servlet) -> deployment.addServlet(
                Servlets.servlet(mapping, HttpServlet.class, new ImmediateInstanceFactory<>(servlet))
                        .addMapping(mapping)
                        .setAsyncSupported(true)));
        DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
        manager.deploy();
        Undertow started = Undertow.builder()
                .addHttpListener(0, "localhost")
                .setHandler(manager.start())
                .build();
        started.start();
        undertow = started;
        return ((InetSocketAddress) started.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** The JDK's: nobody is known to use Undertow's own. */
    @Override
    public Executor pool() {
        return pool;
    }

    @Override
    public void stop() throws Exception {
        pool.shutdown();
        boolean ignored = pool.awaitTermination(5, TimeUnit.SECONDS);
        if (undertow != null) {
            undertow.stop();
        }
    }
}
