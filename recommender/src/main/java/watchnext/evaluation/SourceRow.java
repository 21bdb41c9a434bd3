package watchnext.evaluation;

/**
 * What one source of candidates is good for. Shares are means over requests. <i>Immutable.</i>
 *
 * @param name the source
 * @param found share of the relevant videos that it brought
 * @param foundAlone share of the relevant videos that it brought and no other source did: what
 *     would be lost without it
 * @param shared share of its videos that another source brought too
 * @param candidates mean number of videos it brought
 * @param millis mean wall time in milliseconds
 */
public record SourceRow(
    String name,
    Estimate found,
    Estimate foundAlone,
    Estimate shared,
    double candidates,
    double millis) {}
