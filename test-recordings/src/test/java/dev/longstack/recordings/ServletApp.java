package dev.longstack.recordings;

import dev.longstack.context.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** A servlet in Tomcat; its argument is the folder to work in. */
final class ServletApp {
    private ServletApp() {}

    /** Answers with what is current in it and in a hop of it. */
    private static final class Orders extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if ("fail".equals(request.getQueryString())) {
                throw new IllegalStateException("as asked for");
            }
            String hop = CompletableFuture.supplyAsync(AsyncContext::currentOperation, Runnable::run)
                    .join();
            response.getWriter().print(AsyncContext.currentOperation() + " > " + hop);
        }
    }

    public static void main(String[] args) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(args[0]);
        tomcat.setPort(0);
        Context context = tomcat.addContext("", args[0]);
        Tomcat.addServlet(context, "orders", new Orders());
        context.addServletMappingDecoded("/orders/*", "orders");
        tomcat.start();
        String address = "http://localhost:" + tomcat.getConnector().getLocalPort() + "/orders/17";
        System.out.println(status(address, "") + " " + status(address, "?fail"));
        tomcat.stop();
        tomcat.destroy();
    }

    private static String status(String address, String query) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address + query)).build(), BodyHandlers.ofString())
                .body()
                .lines()
                .findFirst()
                .orElse("");
    }
}
