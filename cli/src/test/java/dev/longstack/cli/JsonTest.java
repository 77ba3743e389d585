package dev.longstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static String printed(String value) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        Json.print(writer, "test", Json.object("value", value));
        writer.flush();
        return out.toString();
    }

    @Test
    void anyCharacterComesBackAndNoneSteersATerminal() throws Exception {
        for (int character = 0; character < 0x20000; character++) {
            String value = "a" + Character.toString(character) + "b";
            boolean isHalf = Character.getType(character) == Character.SURROGATE;
            String json = printed(value);
            assertThat(new ObjectMapper().readTree(json).get("value").asText())
                    .as("U+%04x", character)
                    .isEqualTo(isHalf ? "a\ufffdb" : value);
            assertThat(json.codePoints().filter(each -> each != '\n').anyMatch(VisibleText::isInvisible))
                    .as("U+%04x is escaped", character)
                    .isFalse();
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json));
        }
    }
}
