/** One service of servlets on several servers; it uses whatever an exchange can do. Also turned into one of {@code javax}. */
@NullMarked
package dev.longstack.companions.servlets;

import org.jspecify.annotations.NullMarked;
