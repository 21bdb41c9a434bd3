/**
 * Settings as text: any record whose components are annotated with {@link
 * watchnext.settings.Setting} is printed as YAML with its documentation and read back, from a file
 * or from single {@code path=value} texts. Rules stay in the records' constructors. Read {@link
 * watchnext.settings.Settings} first.
 */
@NullMarked
package watchnext.settings;

import org.jspecify.annotations.NullMarked;
