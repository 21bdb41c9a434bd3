/**
 * What a command found out, as data, and the three ways to write it down. Read {@link
 * watchnext.result.Result} first, then {@link watchnext.result.TerminalWriter}.
 */
@NullMarked
package watchnext.result;

import org.jspecify.annotations.NullMarked;
