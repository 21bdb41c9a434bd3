/** Users and videos as vectors of one space, by two networks. */
@NullMarked
package watchnext.model.twotower;

import org.jspecify.annotations.NullMarked;
