/**
 * What is known of a video at upload and of a user at sign-up, as numbers. No event is read. Read
 * {@link watchnext.feature.content.ContentEncoder} first.
 */
@NullMarked
package watchnext.feature.content;

import org.jspecify.annotations.NullMarked;
