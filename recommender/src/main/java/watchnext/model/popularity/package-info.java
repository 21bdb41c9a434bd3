/**
 * What users of one kind (country, language, device, age) watch more than all users. Read {@link
 * watchnext.model.popularity.SegmentsTrainer} first.
 */
@NullMarked
package watchnext.model.popularity;

import org.jspecify.annotations.NullMarked;
