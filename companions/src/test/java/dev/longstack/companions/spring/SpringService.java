package dev.longstack.companions.spring;

import dev.longstack.companions.servlets.Child;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Serves until its input ends, then prints what it knows of traces. */
@SpringBootApplication(proxyBeanMethods = false)
public class SpringService {
    protected SpringService() {}

    public static void main(String[] args) throws Exception {
        ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) SpringApplication.run(
                SpringService.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--logging.level.root=off");
        Child.serve(context.getWebServer().getPort());
        @Nullable OpenTelemetry telemetry = GlobalOpenTelemetry.get();
        System.out.println("telemetry is " + (telemetry == null ? "missing" : "there"));
        System.out.println(context.getBean(Traces.class));
        context.getBean(Routes.class).end();
        context.close();
    }
}
