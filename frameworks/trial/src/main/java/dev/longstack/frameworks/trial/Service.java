package dev.longstack.frameworks.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of {@code frameworks/services}.
 *
 * @param paths without the slash; of {@code stock} a number follows
 * @param oldestJdk the first feature release it runs on
 */
record Service(String name, List<String> paths, int oldestJdk) {
    private static final List<String> COMMON = List.of("trivial", "hops", "stock", "fail", "async");

    static List<Service> all(Path root) throws IOException {
        return Files.readAllLines(root.resolve("frameworks/services")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Service::of)
                .toList();
    }

    private static Service of(String line) {
        String[] columns =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        Stream<String> more = Arrays.stream(columns[3].split(" ")).filter(path -> !path.isEmpty());
        return new Service(columns[0], Stream.concat(COMMON.stream(), more).toList(), Integer.parseInt(columns[4]));
    }

    /** What to ask for with this id. */
    String address(int port, long id) {
        String path = paths.get((int) (id % paths.size()));
        String article = path.equals("stock") ? "/" + id * 7919 % 1_000_000 : "";
        return "http://localhost:" + port + "/" + path + article + "?id=" + id;
    }
}
