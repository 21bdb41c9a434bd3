/**
 * The online page: request, retrieve, rank, rerank, slate. Read {@link watchnext.funnel.Funnel}
 * first.
 */
@NullMarked
package watchnext.funnel;

import org.jspecify.annotations.NullMarked;
