package watchnext.result;

/**
 * How the figures of a result were made, so that anybody can make them again. <i>Immutable.</i>
 *
 * @param command the verb with its arguments
 * @param commit version of the code
 * @param machine what it ran on
 * @param seed seed of everything random
 * @param protocol the method in words; empty where it goes without saying
 */
public record Run(String command, String commit, String machine, long seed, String protocol) {}
