package dev.longstack.frameworks.springmvc;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Serves on the port of the first argument, 0 for any; further arguments are Spring Boot's. */
@SpringBootApplication(proxyBeanMethods = false)
public class SpringMvc {
    protected SpringMvc() {}

    public static void main(String[] args) {
        String[] all = Stream.concat(
                        Stream.of(
                                "--server.port=" + (args.length == 0 ? "0" : args[0]),
                                "--server.address=127.0.0.1",
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=off"),
                        Arrays.stream(args).skip(1))
                .toArray(String[]::new);
        ServletWebServerApplicationContext context =
                (ServletWebServerApplicationContext) SpringApplication.run(SpringMvc.class, all);
        System.out.println("listening on " + context.getWebServer().getPort());
    }
}
