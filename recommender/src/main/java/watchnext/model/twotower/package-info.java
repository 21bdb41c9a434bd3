/**
 * Users and videos as vectors of one space, by two networks: whoever is near is recommended.
 *
 * <p>Read {@link watchnext.model.twotower.TwoTower} first (what serving sees), then {@link
 * watchnext.model.twotower.TwoTowerStep} (one step of training, a page long) and {@link
 * watchnext.model.twotower.SampledSoftmax} (the loss).
 */
@NullMarked
package watchnext.model.twotower;

import org.jspecify.annotations.NullMarked;
