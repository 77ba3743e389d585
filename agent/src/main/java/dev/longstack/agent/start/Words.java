package dev.longstack.agent.start;

import java.util.List;

/** What is said of a word that nobody knows: which known one is the nearest. */
final class Words {
    private Words() {}

    static String unknown(String what, String given, List<String> known) {
        String nearest = known.get(0);
        for (String each : known) {
            nearest = distance(given, each) < distance(given, nearest) ? each : nearest;
        }
        return "unknown " + what + " '" + given + "'; did you mean '" + nearest + "'? Choose from: "
                + String.join(", ", known);
    }

    /** Edits that make one word of the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
