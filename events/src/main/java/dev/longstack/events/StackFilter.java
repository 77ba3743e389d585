package dev.longstack.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands in for {@code jdk.jfr.events.StackFilter} (JDK 22): the build renames it in the class files and drops this type.
 * Frames of these classes are not recorded; earlier JDKs record them, and the analysis hides them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface StackFilter {
    /** Names of classes. */
    String[] value();
}
