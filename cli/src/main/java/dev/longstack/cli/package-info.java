/** The command line: {@link dev.longstack.cli.Main} and one class a subcommand. The only place that prints. */
@NullMarked
package dev.longstack.cli;

import org.jspecify.annotations.NullMarked;
