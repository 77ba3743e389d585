package dev.longstack.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A Markdown table with a heading that names the JDK. Numbers get three significant digits. */
final class Table {
    private final String title;
    private final List<String> lines = new ArrayList<>();

    Table(String title, String... columns) {
        this.title = title;
        row((Object[]) columns);
        lines.add("|---|" + String.join("|", Collections.nCopies(columns.length - 1, "---:")) + "|");
    }

    Table row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ')
                    .append(cell instanceof Double number ? text(number) : cell)
                    .append(" |");
        }
        lines.add(line.toString());
        return this;
    }

    private static String text(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        double size = Math.abs(number);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, number);
    }

    @Override
    public String toString() {
        return "### " + title + " (JDK " + Runtime.version() + ")\n\n" + String.join("\n", lines) + "\n";
    }
}
