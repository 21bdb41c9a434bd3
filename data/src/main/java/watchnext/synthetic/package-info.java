/**
 * The embedded default: a simulated video platform whose users have hidden tastes and answer pages.
 * Read {@link watchnext.synthetic.World} first, then {@link watchnext.synthetic.Audience}; what is
 * hidden lies in {@link watchnext.synthetic.truth}.
 */
@NullMarked
package watchnext.synthetic;

import org.jspecify.annotations.NullMarked;
