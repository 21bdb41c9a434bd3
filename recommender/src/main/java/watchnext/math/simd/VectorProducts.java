package watchnext.math.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import watchnext.math.Panel;
import watchnext.math.ScalarKernels;

/**
 * {@code C += A B} on the Vector API. A tile of C of 4 rows and some vectors stays in registers
 * while the inner index runs: 4 vectors where a machine has 32 registers of 16 lanes, 2 elsewhere.
 * The inner index runs in stretches of {@value #STRETCH}, so that the part of B that a tile reads
 * stays in the first cache from one group of rows to the next. <i>Stateless.</i>
 */
final class VectorProducts {

  private static final int STRETCH = 128;
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final boolean WIDE = WIDTH >= 16;
  private static final ScalarKernels SCALAR = new ScalarKernels();

  private VectorProducts() {}

  /** See {@link watchnext.math.Kernels#multiplyAdd}. */
  static void multiplyAdd(Panel a, Panel b, Panel c, int rows, int columns, int inner) {
    ScalarKernels.checkContiguous(b, c);
    int wide = WIDE ? columns - columns % (4 * WIDTH) : 0;
    int tiled = columns - (columns - wide) % (2 * WIDTH);
    for (int first = 0; first < inner; first += STRETCH) {
      int length = Math.min(STRETCH, inner - first);
      Panel left = moved(a, 0, first);
      Panel right = moved(b, first, 0);
      for (int j = 0; j < wide; j += 4 * WIDTH) {
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
          fourByFour(left, right, c, i, j, length);
        }
        for (; i < rows; i++) {
          oneByTwo(left, right, c, i, j, length);
          oneByTwo(left, right, c, i, j + 2 * WIDTH, length);
        }
      }
      for (int j = wide; j < tiled; j += 2 * WIDTH) {
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
          fourByTwo(left, right, c, i, j, length);
        }
        for (; i < rows; i++) {
          oneByTwo(left, right, c, i, j, length);
        }
      }
    }
    if (tiled < columns) {
      SCALAR.multiplyAdd(a, moved(b, 0, tiled), moved(c, 0, tiled), rows, columns - tiled, inner);
    }
  }

  private static Panel moved(Panel panel, int rows, int columns) {
    int offset = panel.offset() + rows * panel.rowStride() + columns * panel.columnStride();
    return new Panel(panel.values(), offset, panel.rowStride(), panel.columnStride());
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  private static void fourByFour(Panel a, Panel b, Panel c, int i, int j, int inner) {
    float[] av = a.values();
    float[] bv = b.values();
    float[] cv = c.values();
    int aRow = a.rowStride();
    int aStep = a.columnStride();
    int bStep = b.rowStride();
    int c0 = c.offset() + i * c.rowStride() + j;
    int c1 = c0 + c.rowStride();
    int c2 = c1 + c.rowStride();
    int c3 = c2 + c.rowStride();
    FloatVector c00 = load(cv, c0);
    FloatVector c01 = load(cv, c0 + WIDTH);
    FloatVector c02 = load(cv, c0 + 2 * WIDTH);
    FloatVector c03 = load(cv, c0 + 3 * WIDTH);
    FloatVector c10 = load(cv, c1);
    FloatVector c11 = load(cv, c1 + WIDTH);
    FloatVector c12 = load(cv, c1 + 2 * WIDTH);
    FloatVector c13 = load(cv, c1 + 3 * WIDTH);
    FloatVector c20 = load(cv, c2);
    FloatVector c21 = load(cv, c2 + WIDTH);
    FloatVector c22 = load(cv, c2 + 2 * WIDTH);
    FloatVector c23 = load(cv, c2 + 3 * WIDTH);
    FloatVector c30 = load(cv, c3);
    FloatVector c31 = load(cv, c3 + WIDTH);
    FloatVector c32 = load(cv, c3 + 2 * WIDTH);
    FloatVector c33 = load(cv, c3 + 3 * WIDTH);
    int at = a.offset() + i * aRow;
    int bt = b.offset() + j;
    for (int p = 0; p < inner; p++) {
      FloatVector b0 = load(bv, bt);
      FloatVector b1 = load(bv, bt + WIDTH);
      FloatVector b2 = load(bv, bt + 2 * WIDTH);
      FloatVector b3 = load(bv, bt + 3 * WIDTH);
      FloatVector x = all(av[at]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      c02 = x.fma(b2, c02);
      c03 = x.fma(b3, c03);
      x = all(av[at + aRow]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      c12 = x.fma(b2, c12);
      c13 = x.fma(b3, c13);
      x = all(av[at + 2 * aRow]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      c22 = x.fma(b2, c22);
      c23 = x.fma(b3, c23);
      x = all(av[at + 3 * aRow]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      c32 = x.fma(b2, c32);
      c33 = x.fma(b3, c33);
      at += aStep;
      bt += bStep;
    }
    c00.intoArray(cv, c0);
    c01.intoArray(cv, c0 + WIDTH);
    c02.intoArray(cv, c0 + 2 * WIDTH);
    c03.intoArray(cv, c0 + 3 * WIDTH);
    c10.intoArray(cv, c1);
    c11.intoArray(cv, c1 + WIDTH);
    c12.intoArray(cv, c1 + 2 * WIDTH);
    c13.intoArray(cv, c1 + 3 * WIDTH);
    c20.intoArray(cv, c2);
    c21.intoArray(cv, c2 + WIDTH);
    c22.intoArray(cv, c2 + 2 * WIDTH);
    c23.intoArray(cv, c2 + 3 * WIDTH);
    c30.intoArray(cv, c3);
    c31.intoArray(cv, c3 + WIDTH);
    c32.intoArray(cv, c3 + 2 * WIDTH);
    c33.intoArray(cv, c3 + 3 * WIDTH);
  }

  private static void fourByTwo(Panel a, Panel b, Panel c, int i, int j, int inner) {
    float[] av = a.values();
    float[] bv = b.values();
    float[] cv = c.values();
    int aRow = a.rowStride();
    int c0 = c.offset() + i * c.rowStride() + j;
    int c1 = c0 + c.rowStride();
    int c2 = c1 + c.rowStride();
    int c3 = c2 + c.rowStride();
    FloatVector c00 = load(cv, c0);
    FloatVector c01 = load(cv, c0 + WIDTH);
    FloatVector c10 = load(cv, c1);
    FloatVector c11 = load(cv, c1 + WIDTH);
    FloatVector c20 = load(cv, c2);
    FloatVector c21 = load(cv, c2 + WIDTH);
    FloatVector c30 = load(cv, c3);
    FloatVector c31 = load(cv, c3 + WIDTH);
    int at = a.offset() + i * aRow;
    int bt = b.offset() + j;
    for (int p = 0; p < inner; p++) {
      FloatVector b0 = load(bv, bt);
      FloatVector b1 = load(bv, bt + WIDTH);
      FloatVector x = all(av[at]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = all(av[at + aRow]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = all(av[at + 2 * aRow]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = all(av[at + 3 * aRow]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      at += a.columnStride();
      bt += b.rowStride();
    }
    c00.intoArray(cv, c0);
    c01.intoArray(cv, c0 + WIDTH);
    c10.intoArray(cv, c1);
    c11.intoArray(cv, c1 + WIDTH);
    c20.intoArray(cv, c2);
    c21.intoArray(cv, c2 + WIDTH);
    c30.intoArray(cv, c3);
    c31.intoArray(cv, c3 + WIDTH);
  }

  private static void oneByTwo(Panel a, Panel b, Panel c, int i, int j, int inner) {
    int at = a.offset() + i * a.rowStride();
    int bt = b.offset() + j;
    int c0 = c.offset() + i * c.rowStride() + j;
    FloatVector c00 = load(c.values(), c0);
    FloatVector c01 = load(c.values(), c0 + WIDTH);
    for (int p = 0; p < inner; p++) {
      FloatVector x = all(a.values()[at]);
      c00 = x.fma(load(b.values(), bt), c00);
      c01 = x.fma(load(b.values(), bt + WIDTH), c01);
      at += a.columnStride();
      bt += b.rowStride();
    }
    c00.intoArray(c.values(), c0);
    c01.intoArray(c.values(), c0 + WIDTH);
  }
}
