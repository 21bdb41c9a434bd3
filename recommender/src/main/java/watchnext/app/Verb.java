package watchnext.app;

import java.util.concurrent.Callable;

/**
 * A verb that another module brings to the command line, found by {@link java.util.ServiceLoader}:
 * an annotated picocli command that returns its exit code.
 */
public interface Verb extends Callable<Integer> {}
