package dev.longstack.propagate.hooks;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Names for requests out of what was asked for, which is unbounded input: the names are few, and the same string each time.
 *
 * <p>Where no framework knows the route, what varies in a path is replaced by <code>{}</code>: numbers, ids and hashes at once, any other
 * part once its place has had {@link #MAX_SIBLINGS} values. Any thread.
 */
public final class RequestNames {
    static final String VARIES = "{}";

    private static final int MAX_SIBLINGS = 64;
    private static final int MAX_NAMES = 2_000;
    private static final int MAX_PARTS = 12;
    private static final int MAX_PART = 40;
    private static final int MAX_NAME = 120;

    private static final ConcurrentHashMap<String, String> GIVEN = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<String, Part> METHODS = new ConcurrentHashMap<>();
    private static final AtomicInteger PARTS = new AtomicInteger();

    private RequestNames() {}

    /** One part of paths, below those before it. */
    private static final class Part {
        private final String name;
        private final ConcurrentHashMap<String, Part> below = new ConcurrentHashMap<>();

        Part(String name) {
            this.name = name;
        }

        Part below(String part) {
            Part known = below.get(part);
            if (known != null) {
                return known;
            }
            boolean room = below.size() < MAX_SIBLINGS && PARTS.get() < MAX_NAMES;
            String kept = room || part.equals(VARIES) ? part : VARIES;
            return below.computeIfAbsent(kept, each -> {
                PARTS.incrementAndGet();
                return new Part(name.endsWith("/") ? name + each : name + "/" + each);
            });
        }
    }

    /** The name of a request for this path, without its query. */
    public static String ofPath(@Nullable String method, @Nullable String path) {
        String verb = method == null || method.length() > MAX_PART ? "?" : method;
        Part at = METHODS.get(verb);
        if (at == null) {
            at = METHODS.size() < MAX_SIBLINGS
                    ? METHODS.computeIfAbsent(verb, each -> new Part(each + " /"))
                    : METHODS.computeIfAbsent("?", each -> new Part(each + " /"));
        }
        String rest = path == null ? "" : path;
        int from = 0;
        for (int parts = 0; from < rest.length(); parts++) {
            int slash = rest.indexOf('/', from);
            int to = slash < 0 ? rest.length() : slash;
            if (parts == MAX_PARTS) {
                return at.below("…").name;
            }
            if (to > from) {
                at = at.below(withoutWhatVaries(rest, from, to));
            }
            from = to + 1;
        }
        return at.name;
    }

    /** The name that a framework or a program gave, with the method of the request before it if there is one. */
    public static String canonical(String name) {
        String known = GIVEN.get(name);
        if (known != null) {
            return known;
        }
        if (GIVEN.size() >= MAX_NAMES) {
            int blank = name.indexOf(' ');
            return blank > 0 && blank < MAX_PART ? name.substring(0, blank) + " (other)" : "(other)";
        }
        String kept = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "…" : name;
        GIVEN.put(kept, kept);
        return kept;
    }

    /** The first word of such a name. */
    static String method(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }

    /** Whether such a name says all of the path that was asked for. */
    static boolean isWholePath(String name) {
        return name.indexOf('/') >= 0 && !name.contains(VARIES) && !name.contains("…") && name.indexOf('*') < 0;
    }

    /** The part between two slashes, with {@code {}} for each run of it that looks like a number, an id or a hash. */
    private static String withoutWhatVaries(String path, int from, int to) {
        if (to - from > MAX_PART) {
            return VARIES;
        }
        StringBuilder text = new StringBuilder();
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && isLetterOrDigit(path.charAt(end))) {
                end++;
            }
            if (end > at) {
                text.append(varies(path, at, end) ? VARIES : path.substring(at, end));
                at = end;
            } else {
                char each = path.charAt(at++);
                if (each == '%' || each == ';' || each > '~' || each <= ' ') {
                    return VARIES;
                }
                text.append(each);
            }
        }
        return merged(text.toString());
    }

    /** Ids that are built of several runs, such as UUIDs, are one. */
    private static String merged(String text) {
        String before = text;
        String after = before.replace("{}-{}", VARIES).replace("{}.{}", VARIES).replace("{}_{}", VARIES);
        while (after.length() < before.length()) {
            before = after;
            after = before.replace("{}-{}", VARIES).replace("{}.{}", VARIES).replace("{}_{}", VARIES);
        }
        return after;
    }

    private static boolean isLetterOrDigit(char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
    }

    /** A number; or letters and digits mixed, but for words that end in up to two digits, such as {@code v1} and {@code oauth2}. */
    private static boolean varies(String path, int from, int to) {
        int digits = 0;
        int trailing = 0;
        boolean hex = true;
        for (int i = from; i < to; i++) {
            char each = path.charAt(i);
            boolean digit = each <= '9';
            digits += digit ? 1 : 0;
            trailing = digit ? trailing + 1 : 0;
            hex &= digit || (each >= 'a' && each <= 'f') || (each >= 'A' && each <= 'F');
        }
        int length = to - from;
        if (digits == 0) {
            return (hex && length >= 8) || length > 24;
        }
        boolean word = digits == trailing && digits <= 2 && digits < length && (!hex || length < 6);
        return !word;
    }
}
