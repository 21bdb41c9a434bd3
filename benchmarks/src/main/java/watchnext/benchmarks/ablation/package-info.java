/**
 * The embedding model with each of its ingredients taken out or exchanged, everything else equal.
 * Read {@link watchnext.benchmarks.ablation.Ingredients} first, then {@link
 * watchnext.benchmarks.ablation.AblationStudy}.
 */
@NullMarked
package watchnext.benchmarks.ablation;

import org.jspecify.annotations.NullMarked;
