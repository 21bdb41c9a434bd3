/**
 * The ground floor: what an argument must satisfy, and the sentence that says so when it does not.
 * Read {@link watchnext.require.Require}.
 */
@org.jspecify.annotations.NullMarked
package watchnext.require;
