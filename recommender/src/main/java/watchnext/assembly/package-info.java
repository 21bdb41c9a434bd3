/**
 * The models of one night with their settings, and how they become the stages of the funnel: the
 * same for the training of the rankers, for validation and for serving. Read {@link
 * watchnext.assembly.Assembly} first, then {@link watchnext.assembly.Models}.
 */
@NullMarked
package watchnext.assembly;

import org.jspecify.annotations.NullMarked;
