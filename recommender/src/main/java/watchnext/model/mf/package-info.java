/**
 * Matrix factorization for implicit feedback. Read {@link watchnext.model.mf.AlsTrainer} first,
 * then {@link watchnext.model.mf.RowSolver}, where the equations are solved.
 */
@NullMarked
package watchnext.model.mf;

import org.jspecify.annotations.NullMarked;
