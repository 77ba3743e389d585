package dev.longstack.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines of text with colours, if there are to be any. */
final class Page {
    private final PrintWriter out;
    private final boolean colors;

    Page(PrintWriter out, boolean colors) {
        this.out = out;
        this.colors = colors;
    }

    void line(String text) {
        out.println(text);
    }

    void title(String text) {
        out.println();
        out.println(bold(text));
    }

    /** Rows under a heading, each column as wide as its widest cell; columns that are quantities end at the right. */
    void table(List<String> heading, List<List<String>> rows, List<Integer> right) {
        List<List<String>> all = new ArrayList<>(rows);
        all.add(0, heading);
        for (int r = 0; r < all.size(); r++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < heading.size(); c++) {
                int column = c;
                int width = all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0);
                String cell = all.get(r).get(c);
                String pad = " ".repeat(width - cell.length());
                line.append("  ").append(right.contains(c) ? pad + cell : cell + pad);
            }
            line(r == 0 ? dim(line.toString().stripTrailing()) : line.toString().stripTrailing());
        }
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
        return colors ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
