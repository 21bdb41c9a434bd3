/** The embedded default: a simulated video platform whose users have hidden tastes. */
@NullMarked
package watchnext.synthetic;

import org.jspecify.annotations.NullMarked;
