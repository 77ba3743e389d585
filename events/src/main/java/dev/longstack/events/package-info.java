/**
 * The event protocol, version {@link dev.longstack.events.Protocol#VERSION}: one class per JDK Flight Recorder event, and
 * the words its fields use. Depends on {@code jdk.jfr} alone; any runtime may emit these events.
 */
@NullMarked
package dev.longstack.events;

import org.jspecify.annotations.NullMarked;
