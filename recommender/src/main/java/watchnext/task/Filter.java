package watchnext.task;

import java.util.function.IntPredicate;

/**
 * A rule that keeps videos from a user, whatever their score: policy, not learning. <i>Thread-safe
 * as its rule is.</i>
 *
 * @param reason what the trace calls it ("already seen")
 * @param rule whether a video, by ordinal, is removed
 */
public record Filter(String reason, IntPredicate rule) {}
