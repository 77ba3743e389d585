package dev.longstack.frameworks.webflux;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.reactive.context.ReactiveWebServerApplicationContext;

/** Serves on the port of the first argument, 0 for any; further arguments are Spring Boot's. */
@SpringBootApplication(proxyBeanMethods = false)
public class WebFlux {
    protected WebFlux() {}

    public static void main(String[] args) {
        String[] all = Stream.concat(
                        Stream.of(
                                "--server.port=" + (args.length == 0 ? "0" : args[0]),
                                "--server.address=127.0.0.1",
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=off"),
                        Arrays.stream(args).skip(1))
                .toArray(String[]::new);
        ReactiveWebServerApplicationContext context =
                (ReactiveWebServerApplicationContext) SpringApplication.run(WebFlux.class, all);
        System.out.println("listening on " + context.getWebServer().getPort());
    }
}
