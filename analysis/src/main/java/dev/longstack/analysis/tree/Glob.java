package dev.longstack.analysis.tree;

/**
 * Matches a whole text against {@code *}, any characters, and {@code ?}, any one of them, whatever the case. It goes back to the
 * last {@code *} only, so many of them cost no more than a few.
 */
final class Glob {
    private static final int NONE = -1;

    private final int[] glob;

    private Glob(int[] glob) {
        this.glob = glob;
    }

    static boolean matches(String glob, String text) {
        return new Glob(characters(glob)).matches(characters(text));
    }

    private static int[] characters(String text) {
        return text.codePoints()
                .map(each -> Character.toLowerCase(Character.toUpperCase(each)))
                .toArray();
    }

    private boolean matches(int[] text) {
        int at = 0;
        int next = 0;
        int star = NONE;
        int starAt = 0;
        while (at < text.length) {
            if (is(next, '*')) {
                star = next++;
                starAt = at;
            } else if (next < glob.length && (glob[next] == '?' || glob[next] == text[at])) {
                at++;
                next++;
            } else if (star != NONE) {
                // the last star takes one character more
                next = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (is(next, '*')) {
            next++;
        }
        return next == glob.length;
    }

    private boolean is(int place, int character) {
        return place < glob.length && glob[place] == character;
    }
}
