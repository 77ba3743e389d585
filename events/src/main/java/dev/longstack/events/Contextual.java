package dev.longstack.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stands in for {@code jdk.jfr.Contextual} (JDK 25): the build renames it in the class files and drops this type. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Contextual {}
