/** What the services share: the event of a step, chains of hops, and an HTTP front of the JDK. Depends on the JDK alone. */
@NullMarked
package dev.longstack.frameworks;

import org.jspecify.annotations.NullMarked;
