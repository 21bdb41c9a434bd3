/**
 * What no platform ever sees: the tastes, qualities and laws behind the simulated world. Only the
 * world itself, and whoever measures against the truth, may import this package; a feature or a
 * model that did would be reading the answers. Read {@link watchnext.synthetic.truth.Appeal} first.
 */
@NullMarked
package watchnext.synthetic.truth;

import org.jspecify.annotations.NullMarked;
