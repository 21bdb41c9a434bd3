package watchnext.assembly;

/**
 * What a snapshot was made from: enough to make it again. <i>Immutable.</i>
 *
 * @param version name of the snapshot, from the cut's date and the data's fingerprint
 * @param dataSource how the command line named the data ("world:small", "movielens:/data/ml-25m")
 * @param dataName the data's own name
 * @param dataFingerprint SHA-256 over catalogue and events, in hexadecimal
 * @param trainedBefore seconds since 1970: no event from here on was used
 * @param seed the seed of everything random
 * @param commit version of the code
 */
public record Provenance(
    String version,
    String dataSource,
    String dataName,
    String dataFingerprint,
    long trainedBefore,
    long seed,
    String commit) {}
