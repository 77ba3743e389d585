package dev.longstack.jmc.adapter.table;

import java.util.List;
import java.util.stream.Collectors;

/** Ways to write a table as text. */
public enum Separated {
    TABS("\t"),
    /** As RFC 4180 has it. */
    COMMAS(",");

    private final String separator;

    Separated(String separator) {
        this.separator = separator;
    }

    /** A line a row, the titles first. */
    public String lines(List<String> titles, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(line(titles));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private String line(List<String> cells) {
        return cells.stream().map(this::cell).collect(Collectors.joining(separator, "", "\n"));
    }

    private String cell(String text) {
        if (this == TABS) {
            return text.replaceAll("[\t\r\n]+", " ");
        }
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
