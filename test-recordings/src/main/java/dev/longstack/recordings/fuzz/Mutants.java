package dev.longstack.recordings.fuzz;

import dev.longstack.recordings.fuzz.Anatomy.Part;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Damages a sound recording, by chance: the same seed gives the same mutant. */
public final class Mutants {
    private static final int LONGEST_RANGE = 64;
    private static final int LONGEST_ZEROS = 4096;
    private static final int[] HEADER_NUMBERS = {8, 16, 24, 32, 40, 48, 56};
    private static final long[] EXTREMES = {0, 1, -1, 67, 68, 69, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
    private static final List<String> HOSTILE = List.of(
            "\u001b[2J\u001b]0;title\u0007",
            "\r\n\t\u0000\u007f",
            "'\"; DROP TABLE x; --",
            "${jndi:x}",
            "\u202e\ud800\u2028");

    private final Anatomy original;
    private final byte[] good;
    /** Where there are bytes of each part. */
    private final Map<Part, List<Integer>> places = new EnumMap<>(Part.class);

    public Mutants(byte[] sound) {
        this.original = Anatomy.of(sound);
        this.good = sound;
        for (int at = 0; at < sound.length; at++) {
            places.computeIfAbsent(original.part(at), part -> new ArrayList<>()).add(at);
        }
    }

    /** One of the many. */
    public Mutant mutant(long seed) {
        // seeds in a row give first numbers in a row
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        return switch (random.nextInt(18)) {
            case 0 -> flips("a bit anywhere", random.nextInt(good.length), 1, random);
            case 1 -> flips("a bit of a size or type", place(Part.FRAME, random), 1, random);
            case 2 -> flips("a bit of a header", place(Part.HEADER, random), 1, random);
            case 3 -> flips("a bit of a clock", place(Part.CLOCK, random), 1, random);
            case 4 -> flips("a bit of metadata", place(Part.METADATA, random), 1, random);
            case 5 -> flips("a bit of constants", place(Part.CONSTANT, random), 1, random);
            case 6 -> flips("a bit of the chain of constants", place(Part.CHAIN, random), 1, random);
            case 7 -> flips("a bit of an event", place(Part.EVENT, random), 1, random);
            case 8 -> flips("bits anywhere", random.nextInt(good.length), 2 + random.nextInt(20), random);
            case 9 -> range("random bytes", random, true);
            case 10 -> range("zeros", random, false);
            case 11 -> shorter("cut off", random.nextInt(good.length), good.length);
            case 12 -> cutOut(random);
            case 13 -> insertion(random);
            case 14 -> size(random);
            case 15 -> header(random);
            case 16 -> ownName(random);
            default -> random.nextBoolean() ? hostileText(random) : chunks(random);
        };
    }

    private int place(Part part, Random random) {
        List<Integer> all = places.getOrDefault(part, List.of(0));
        return all.get(random.nextInt(all.size()));
    }

    private Mutant flips(String kind, int first, int count, Random random) {
        byte[] bytes = good.clone();
        bytes[first] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        for (int n = 1; n < count; n++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return inPlace(kind, bytes);
    }

    private Mutant range(String kind, Random random, boolean isRandom) {
        byte[] bytes = good.clone();
        int from = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(isRandom ? LONGEST_RANGE : LONGEST_ZEROS);
        for (int at = from; at < Math.min(bytes.length, from + length); at++) {
            bytes[at] = (byte) (isRandom ? random.nextInt() : 0);
        }
        return inPlace(kind, bytes);
    }

    private Mutant inPlace(String kind, byte[] bytes) {
        boolean spares = true;
        for (int at = 0; at < bytes.length; at++) {
            spares &= bytes[at] == good[at] || !original.part(at).isValue();
        }
        return new Mutant(kind, bytes, spares, false);
    }

    private Mutant cutOut(Random random) {
        int from = random.nextInt(good.length);
        return shorter("a part cut out", from, from + 1 + random.nextInt(random.nextBoolean() ? 16 : 65_536));
    }

    private Mutant shorter(String kind, int from, int to) {
        byte[] rest = Arrays.copyOfRange(good, Math.min(to, good.length), good.length);
        byte[] bytes = Arrays.copyOf(good, from + rest.length);
        System.arraycopy(rest, 0, bytes, from, rest.length);
        List<Integer> boundaries = original.boundaries();
        return new Mutant(
                kind, bytes, true, boundaries.contains(from) && boundaries.contains(Math.min(to, good.length)));
    }

    private Mutant insertion(Random random) {
        int at = random.nextInt(good.length);
        byte[] more = new byte[1 + random.nextInt(LONGEST_RANGE)];
        random.nextBytes(more);
        return joined(
                "bytes put in", List.of(Arrays.copyOf(good, at), more, Arrays.copyOfRange(good, at, good.length)));
    }

    private static Mutant joined(String kind, List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return new Mutant(kind, all.toByteArray(), true, false);
    }

    private Mutant size(Random random) {
        byte[] bytes = good.clone();
        int at = original.records().get(random.nextInt(original.records().size()));
        byte[][] sizes = {{0}, {1}, {2}, {127}, {-128, -128, -128, 0}, {-1, -1, -1, -1, 15}, {-1, -1, -1, -1, 7}};
        byte[] size = sizes[random.nextInt(sizes.length)];
        System.arraycopy(size, 0, bytes, at, size.length);
        return inPlace("a record's size blown up, zero or negative", bytes);
    }

    private Mutant header(Random random) {
        byte[] bytes = good.clone();
        List<Integer> boundaries = original.boundaries();
        int chunk = boundaries.get(random.nextInt(boundaries.size() - 1));
        int at = chunk + HEADER_NUMBERS[random.nextInt(HEADER_NUMBERS.length)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long value = switch (random.nextInt(3)) {
            case 0 -> EXTREMES[random.nextInt(EXTREMES.length)];
            case 1 -> buffer.getLong(at) + random.nextInt(7) - 3;
            default -> random.nextInt(bytes.length);
        };
        buffer.putLong(at, value);
        return inPlace("a number of a header", bytes);
    }

    /** Over the letters of a text, wherever it stands. */
    private Mutant hostileText(Random random) {
        byte[] bytes = good.clone();
        byte[] text = HOSTILE.get(random.nextInt(HOSTILE.size())).getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length - text.length);
        while (at < bytes.length - text.length && !areLetters(at, text.length)) {
            at++;
        }
        System.arraycopy(text, 0, bytes, at, text.length);
        return inPlace("hostile text", bytes);
    }

    /** In the names of our types, and of what is described behind them. */
    private Mutant ownName(Random random) {
        byte[] prefix = "longstack.".getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(good.length - prefix.length);
        while (!Arrays.equals(prefix, 0, prefix.length, good, at, at + prefix.length)) {
            at = (at + 1) % (good.length - prefix.length);
        }
        int length = random.nextInt(4) == 0 ? 1_000 : 30;
        return flips("a bit of our own names", Math.min(good.length - 1, at + random.nextInt(length)), 1, random);
    }

    private boolean areLetters(int from, int length) {
        for (int at = from; at < from + length; at++) {
            if (good[at] < ' ') {
                return false;
            }
        }
        return true;
    }

    private Mutant chunks(Random random) {
        List<byte[]> chunks = new ArrayList<>();
        List<Integer> boundaries = original.boundaries();
        for (int n = 1; n < boundaries.size(); n++) {
            chunks.add(Arrays.copyOfRange(good, boundaries.get(n - 1), boundaries.get(n)));
        }
        int which = random.nextInt(chunks.size());
        switch (chunks.size() == 1 ? 0 : random.nextInt(3)) {
            case 0 -> chunks.add(random.nextInt(chunks.size() + 1), chunks.get(which));
            case 1 -> Collections.shuffle(chunks, random);
            default -> {
                chunks.remove(which);
                return new Mutant("a chunk lost", joined("", chunks).bytes(), true, true);
            }
        }
        return joined("chunks doubled or in another order", chunks);
    }
}
