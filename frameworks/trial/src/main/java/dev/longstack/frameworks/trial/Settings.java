package dev.longstack.frameworks.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param root of the source tree
 * @param names services; all where it is empty
 * @param seconds how long each is put under load at most
 * @param requests how many each gets at most
 * @param startArguments for {@code frameworks/run NAME}
 * @param keep where recordings are kept
 */
record Settings(
        Path root,
        List<String> names,
        int seconds,
        int requests,
        Path jdk,
        List<String> startArguments,
        Optional<Path> keep) {
    static Settings of(String[] args) {
        List<String> names = new ArrayList<>();
        List<String> start = new ArrayList<>();
        int seconds = 6;
        int requests = 3000;
        Path jdk = Path.of(System.getProperty("java.home"));
        // all is recorded: a request that is sampled out is no wrong answer, but no answer either
        String agent = "--agent=budget=0";
        Path keep = null;
        for (int i = 1; i < args.length; i++) {
            switch (args[i]) {
                case "--seconds" -> seconds = Integer.parseInt(args[++i]);
                case "--requests" -> requests = Integer.parseInt(args[++i]);
                case "--jdk" -> jdk = Path.of(args[++i]);
                case "--keep" -> keep = Path.of(args[++i]);
                case "--otel-first", "--otel-last" -> start.add(args[i]);
                default -> {
                    if (args[i].startsWith("--agent=")) {
                        agent = args[i];
                    } else if (args[i].startsWith("-")) {
                        throw new IllegalArgumentException("no option '" + args[i] + "'");
                    } else {
                        names.add(args[i]);
                    }
                }
            }
        }
        start.add(agent);
        start.addAll(List.of("--jdk", jdk.toString()));
        return new Settings(
                Path.of(args[0]), names, seconds, requests, jdk, List.copyOf(start), Optional.ofNullable(keep));
    }
}
