package dev.longstack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON answers: an object that begins with its shape's name and version; docs/json.md. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** An object with the fields in this order: name, value, name, value. */
    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /** A span, null for unknown. */
    static @Nullable Long span(long nanos) {
        return nanos == Long.MIN_VALUE ? null : nanos;
    }

    static void print(PrintWriter out, String shape, Map<String, @Nullable Object> answer) {
        Map<String, @Nullable Object> all = object("shape", "longstack." + shape, "version", 1);
        all.putAll(answer);
        try {
            out.println(strict(MAPPER.writeValueAsString(all)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("invariant: maps, lists and numbers are JSON", e);
        }
    }

    /** What a terminal would act on, and a parser may refuse, becomes an escape; half of a surrogate pair, which no UTF-8 has, U+FFFD. */
    private static String strict(String json) {
        StringBuilder strict = new StringBuilder(json.length());
        json.codePoints().forEach(character -> {
            if (Character.getType(character) == Character.SURROGATE) {
                strict.append("\\ufffd");
            } else if (character != '\n' && VisibleText.isInvisible(character)) {
                for (char unit : Character.toChars(character)) {
                    strict.append(String.format("\\u%04x", (int) unit));
                }
            } else {
                strict.appendCodePoint(character);
            }
        });
        return strict.toString();
    }
}
