package dev.longstack.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of the runtime, as the build wrote it beside this class. */
final class Version {
    private Version() {}

    static String text() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
