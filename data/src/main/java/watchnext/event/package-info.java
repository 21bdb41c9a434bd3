/**
 * What happened: a closed set of events and a compact log of them in order of time. Read {@link
 * watchnext.event.Event} first, then {@link watchnext.event.EventLog}.
 */
@NullMarked
package watchnext.event;

import org.jspecify.annotations.NullMarked;
