package dev.longstack.companions.servlets;

import static dev.longstack.companions.servlets.Steps.hop;
import static dev.longstack.companions.servlets.Steps.step;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executor;

/** Writes more than a connection takes at a time, whenever there is room. */
final class Writing implements WriteListener {
    private static final byte[] BLANKS = new byte[64 * 1024];

    static {
        Arrays.fill(BLANKS, (byte) ' ');
    }

    private final long id;
    private final AsyncContext async;
    private final Executor pool;
    private int left = 128;

    Writing(long id, AsyncContext async, Executor pool) {
        this.id = id;
        this.async = async;
        this.pool = pool;
    }

    @Override
    public void onWritePossible() throws IOException {
        step(id, "write possible");
        hop(id, pool, "hop of the write");
        ServletOutputStream out = async.getResponse().getOutputStream();
        while (out.isReady()) {
            if (left == 0) {
                out.write(("done " + id).getBytes(StandardCharsets.US_ASCII));
                left--;
            } else if (left < 0) {
                async.complete();
                return;
            } else {
                out.write(BLANKS);
                left--;
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        step(id, "write failed");
        async.complete();
    }
}
