package watchnext.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/**
 * How a text file is cut into rows and cells. <i>Immutable.</i>
 *
 * @param separator what stands between two cells
 * @param quoted whether a cell may stand in quotation marks, doubled inside, as RFC 4180 has it
 * @param header whether the first line names the columns; otherwise they come in their known order
 * @param guarded whether an apostrophe before a formula sign is taken off, see {@link CellText}
 * @param charset the encoding
 */
record Form(String separator, boolean quoted, boolean header, boolean guarded, Charset charset) {

  /** Comma-separated with a header, as MovieLens writes it. */
  static final Form PLAIN_CSV = new Form(",", true, true, false, UTF_8);

  /** Comma-separated with a header, guarded against formulas: our own form. */
  static final Form CSV = new Form(",", true, true, true, UTF_8);

  /** The same with tabs. */
  static final Form TSV = new Form("\t", true, true, true, UTF_8);

  /** Neither header nor quotes. */
  static Form bare(String separator, Charset charset) {
    return new Form(separator, false, false, false, charset);
  }
}
