package dev.longstack.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stands in for {@code jdk.jfr.Contextual} (JDK 25): the build renames it in the class files and leaves it out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Contextual {}
