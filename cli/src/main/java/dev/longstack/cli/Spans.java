package dev.longstack.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Spans of time as people write and read them. */
final class Spans implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(us|ms|s|m|h)");

    /** Nanoseconds of {@code 250ms}, {@code 1.5s}, {@code 2m}. */
    @Override
    public Long convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException("'" + text + "' is not a time such as 250ms, 1.5s or 2m");
        }
        double unit = switch (form.group(2)) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            default -> 3600e9;
        };
        return (long) (Double.parseDouble(form.group(1)) * unit);
    }

    /** Three digits and a unit; "unknown" for {@link Long#MIN_VALUE}. */
    static String of(long nanos) {
        if (nanos == Long.MIN_VALUE) {
            return "unknown";
        }
        double value = nanos;
        String[] units = {"ns", "µs", "ms", "s"};
        int unit = 0;
        while (unit < 3 && value >= 999.5) {
            value /= 1000;
            unit++;
        }
        String form = unit == 0 || value >= 99.95 ? "%.0f %s" : value >= 9.995 ? "%.1f %s" : "%.2f %s";
        return String.format(Locale.ROOT, form, value, units[unit]);
    }
}
