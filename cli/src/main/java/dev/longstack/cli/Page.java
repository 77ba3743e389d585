package dev.longstack.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Lines of text, in color if wanted. Everything printed for people goes through here: {@link VisibleText} says why. */
final class Page {
    private static final int MAX_LINE = 4_000;
    private static final int MAX_CELL = 300;
    private static final Pattern COLOR = Pattern.compile("\u001b\\[\\d+m");

    private final PrintWriter out;
    private final boolean colors;
    /** Stands for the escape character before a color. No recording can guess it, so no name in one can color anything. */
    private final String mark = "\ufdd0" + UUID.randomUUID();

    Page(PrintWriter out, boolean colors) {
        this.out = out;
        this.colors = colors;
    }

    void line(String text) {
        out.println(visible(text, MAX_LINE));
    }

    void title(String text) {
        line("");
        line(bold(text));
    }

    /** What was printed is seen, before others write to the same terminal. */
    void flush() {
        out.flush();
    }

    /** Rows under a heading, each column as wide as its widest cell; columns that are quantities end at the right. */
    void table(List<String> heading, List<List<String>> rows, List<Integer> right) {
        List<List<String>> all = new ArrayList<>();
        all.add(visible(heading));
        rows.forEach(row -> all.add(visible(row)));
        int[] widths = new int[heading.size()];
        for (List<String> row : all) {
            Arrays.setAll(widths, column -> Math.max(widths[column], columns(row.get(column))));
        }
        for (int n = 0; n < all.size(); n++) {
            String line = aligned(all.get(n), widths, right);
            out.println(n == 0 ? visible(dim(line), MAX_LINE) : line);
        }
    }

    private List<String> visible(List<String> cells) {
        return cells.stream().map(cell -> visible(cell, MAX_CELL)).toList();
    }

    private static String aligned(List<String> cells, int[] widths, List<Integer> right) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String pad = " ".repeat(widths[column] - columns(cell));
            line.append("  ").append(right.contains(column) ? pad + cell : cell + pad);
        }
        return line.toString().stripTrailing();
    }

    private static int columns(String visible) {
        boolean isColored = visible.indexOf('\u001b') >= 0;
        return VisibleText.columns(isColored ? COLOR.matcher(visible).replaceAll("") : visible);
    }

    /** Only our own marks become colors. */
    private String visible(String text, int mostColumns) {
        if (!text.contains(mark)) {
            return VisibleText.of(text, mostColumns);
        }
        StringBuilder line = new StringBuilder();
        int left = mostColumns;
        for (String part : text.split("(?=" + Pattern.quote(mark) + ")", -1)) {
            int start = part.startsWith(mark) ? part.indexOf('m', mark.length()) + 1 : 0;
            if (start > 0) {
                line.append('\u001b').append(part, mark.length(), start);
            }
            String shown = left == 0 ? "" : VisibleText.of(part.substring(start), left);
            left -= VisibleText.columns(shown);
            line.append(shown);
        }
        return line.toString();
    }

    String bold(String text) {
        return code("1", text);
    }

    String dim(String text) {
        return code("2", text);
    }

    String red(String text) {
        return code("31", text);
    }

    String yellow(String text) {
        return code("33", text);
    }

    String cyan(String text) {
        return code("36", text);
    }

    private String code(String code, String text) {
        return colors ? mark + "[" + code + "m" + text + mark + "[0m" : text;
    }
}
