package dev.longstack.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks and reads answers on one connection after the other: an HTTP client so small that the server is what is measured. */
final class Exchanges implements AutoCloseable {
    private final int port;
    private Socket socket;
    private InputStream in;

    Exchanges(int port) throws IOException {
        this.port = port;
        this.socket = connect(port);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Asks, and reads the answer to its end. */
    void get(String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("answered '" + status + "' to " + path);
        }
        long length = -1;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
            last |= header.equalsIgnoreCase("connection: close");
        }
        if (length < 0) {
            readChunks();
        } else {
            in.skipNBytes(length);
        }
        if (last) {
            // as servers ask for after so many exchanges
            socket.close();
            socket = connect(port);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private void readChunks() throws IOException {
        long size;
        do {
            size = Long.parseLong(line(), 16);
            in.skipNBytes(size);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new IOException("the server closed the connection");
            }
            if (each != '\r') {
                line.append((char) each);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
