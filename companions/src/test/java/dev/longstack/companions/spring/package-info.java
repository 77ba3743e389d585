/** A service as small as Spring Boot lets it be, on Tomcat; it asks OpenTelemetry whether it is traced. */
@NullMarked
package dev.longstack.companions.spring;

import org.jspecify.annotations.NullMarked;
