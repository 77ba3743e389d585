package dev.longstack.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Standard output; remembers why writing to it failed, which {@code PrintWriter} does not. One thread. */
final class Output extends FilterOutputStream {
    private @Nullable IOException failure;

    Output(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Why not everything was written; null where that is no news: whoever closes a pipe, such as {@code head}, has enough. */
    @Nullable
    String failure() {
        String why = failure == null ? null : String.valueOf(failure.getMessage());
        return why == null || why.toLowerCase(Locale.ROOT).contains("pipe") ? null : why;
    }
}
