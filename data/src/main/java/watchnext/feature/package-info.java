/**
 * What is known of a user and a video at an instant, updated event by event; one code for replay
 * and for live requests. Read {@link watchnext.feature.FeatureState} first, then {@link
 * watchnext.feature.Replay} and {@link watchnext.feature.RankingFeatures}.
 */
@NullMarked
package watchnext.feature;

import org.jspecify.annotations.NullMarked;
