/**
 * One command for each published table: the same files, the same protocol, the published rows
 * beside ours. Popularity, which is deterministic, comes first and must have its published score;
 * then the evaluation is right. Read {@link watchnext.benchmarks.paper.PaperGowalla} first.
 */
@NullMarked
package watchnext.benchmarks.paper;

import org.jspecify.annotations.NullMarked;
