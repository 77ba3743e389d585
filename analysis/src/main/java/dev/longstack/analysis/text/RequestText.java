package dev.longstack.analysis.text;

import dev.longstack.analysis.model.HintTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.TimeShares;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a request was and did, in words. */
public final class RequestText {
    private RequestText() {}

    /** {@code pending}, and whether anybody can ever complete it. */
    public static String state(Request request) {
        return request.state().name().toLowerCase(Locale.ROOT) + (request.isAbandoned() ? ", abandoned" : "");
    }

    /** {@code ran 2 %, queued 1 %, waited 97 %}. */
    public static String shares(Request request, TimeShares shares) {
        return "ran " + share(shares.runNanos(), request) + ", queued " + share(shares.queueNanos(), request)
                + ", waited " + share(shares.waitNanos(), request);
    }

    private static String share(long nanos, Request request) {
        return Durations.share(request.durationNanos() == 0 ? 0 : (double) nanos / request.durationNanos());
    }

    /** {@code uri=/orders/7, cached}: what the context said of itself; empty for nothing. */
    public static String hints(Model model, int contextRow) {
        HintTable hints = model.hints();
        return IntStream.range(0, hints.count(contextRow))
                .mapToObj(n -> hint(hints, hints.of(contextRow, n)))
                .collect(Collectors.joining(", "));
    }

    private static String hint(HintTable hints, int row) {
        String details = hints.details(row);
        return details == null ? hints.name(row) : hints.name(row) + "=" + details;
    }
}
