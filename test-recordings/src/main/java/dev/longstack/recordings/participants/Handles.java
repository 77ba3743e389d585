package dev.longstack.recordings.participants;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import dev.longstack.tracked.Zone;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files, channels and sockets that are closed, left to a zone, and lost: in the folder that it is given. */
@SuppressWarnings("try") // scopes are closed, not used
public final class Handles {
    private Handles() {}

    public static void main(String[] args) throws Exception {
        Path file = Files.writeString(Path.of(args[0]).resolve("file.txt"), "text");
        try (Scope scope = AsyncContext.request("GET /closed").beginRun()) {
            try (InputStream in = new FileInputStream(file.toFile());
                    OutputStream out = new FileOutputStream(file.toFile(), true);
                    RandomAccessFile random = new RandomAccessFile(file.toFile(), "r");
                    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                System.out.println("read " + in.read() + " " + random.read() + " " + channel.size());
            }
            sockets();
        }
        FileInputStream left;
        try (Scope scope = AsyncContext.request("GET /zone").beginRun();
                Zone zone = Zone.open()) {
            left = new FileInputStream(file.toFile());
        }
        try {
            System.out.println("still open " + left.read());
        } catch (IOException e) {
            System.out.println("zone closed it");
        }
        try (Scope scope = AsyncContext.request("GET /lost").beginRun()) {
            lose(file);
        }
        for (int i = 0; i < 40; i++) {
            System.gc();
            new FileInputStream(file.toFile()).close();
            Thread.sleep(50);
        }
    }

    private static void sockets() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept();
                SocketChannel channel = SocketChannel.open()) {
            System.out.println("connected " + (client.isConnected() && accepted.isConnected() && channel.isOpen()));
        }
    }

    @SuppressWarnings("resource") // is what this is about
    private static void lose(Path file) throws IOException {
        System.out.println("lost " + new FileInputStream(file.toFile()).read());
    }
}
