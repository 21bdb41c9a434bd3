/**
 * Lessons that end in a table: the rows of the case study, first pages of new users, the rankers on
 * what was shown, and what the rankers learn from. Read {@link watchnext.study.CaseStudy} first.
 */
@NullMarked
package watchnext.study;

import org.jspecify.annotations.NullMarked;
