/** A service on Spring Boot MVC; which server it runs on is a matter of the class path. */
@NullMarked
package dev.longstack.frameworks.springmvc;

import org.jspecify.annotations.NullMarked;
