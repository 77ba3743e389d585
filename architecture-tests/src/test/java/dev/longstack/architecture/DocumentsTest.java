package dev.longstack.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents at the root and in docs: their links lead somewhere. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]*)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");
    private static final int MAX_LINES = 4;

    @Test
    void linksLeadToFilesAndHeadingsThatExist() throws IOException {
        List<String> broken = new ArrayList<>();
        int count = 0;
        for (Path document : documents()) {
            Matcher links = LINK.matcher(text(document));
            while (links.find()) {
                count++;
                if (!leadsSomewhere(document, links.group(1))) {
                    broken.add(ROOT.relativize(document) + " → " + links.group(1));
                }
            }
        }
        assertThat(broken).as("broken links").isEmpty();
        assertThat(count).as("links found").isGreaterThan(30);
    }

    @Test
    void noParagraphOfTheReadmeIsLongerThanFourLines() throws IOException {
        List<String> paragraphs = Stream.of(text(ROOT.resolve("README.md")).split("\n\n"))
                .filter(each -> !each.startsWith("|") && !each.startsWith("- "))
                .toList();
        assertThat(paragraphs)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.lines()).hasSizeLessThanOrEqualTo(MAX_LINES));
    }

    private static List<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/decisions"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(each -> each.toString().endsWith(".md")).forEach(found::add);
            }
        }
        return found;
    }

    /** Without blocks of code, which have no links and no headings. */
    private static String text(Path document) throws IOException {
        return CODE.matcher(Files.readString(document)).replaceAll("");
    }

    private static boolean leadsSomewhere(Path document, String link) throws IOException {
        if (link.startsWith("https://")) {
            return true;
        }
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? document : document.resolveSibling(file);
        return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
    }

    /** Of all headings, as Git hosts make them. */
    private static Set<String> anchors(Path document) throws IOException {
        return HEADING.matcher(text(document))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
