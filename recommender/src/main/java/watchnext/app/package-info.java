/**
 * The command line: the only place where text is parsed and rooms are wired. Nobody imports it.
 * Read {@link watchnext.app.Main} first.
 */
@NullMarked
package watchnext.app;

import org.jspecify.annotations.NullMarked;
