package org.mitchell.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.text.Counted;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

/**
 * Writes responses as CMU lays out its participants: a MATLAB v5 file with {@code info}, {@code
 * data} and {@code meta}, compressed and little-endian, without a date, so that the same responses
 * give the same bytes.
 *
 * <p>Trials go epoch by epoch, in each epoch the words in alphabetical order. Categories are
 * numbered from 1 in alphabetical order, words within their category too. A grid that does not lie
 * where CMU's does has two fields more in {@code meta}: {@code affine} (4 x 4, 0-based voxel to mm)
 * and {@code space} (its BIDS label).
 */
public final class CmuMatWriter {
  private static final String DESCRIPTION = "MATLAB 5.0 MAT-file, written by mitchell";
  private static final int COMPRESSED = 15;

  private final Responses responses;
  private final List<int[]> wordAndPresentation = new ArrayList<>();

  private CmuMatWriter(Responses responses) {
    this.responses = responses;
    int most = 0;
    for (int w = 0; w < responses.stimuli().size(); w++) {
      most = Math.max(most, responses.presentations(w));
    }
    for (int p = 0; p < most; p++) {
      for (int w = 0; w < responses.stimuli().size(); w++) {
        if (p < responses.presentations(w)) {
          wordAndPresentation.add(new int[] {w, p});
        }
      }
    }
  }

  /**
   * Writes one participant. The stream stays open.
   *
   * @throws InputException if the values exceed the 2 GB that MATLAB v5 allows a variable
   */
  public static void write(Responses responses, OutputStream out) throws IOException {
    var writer = new CmuMatWriter(responses);
    writer.requireSize();
    out.write(header());
    writeCompressed("info", writer.info(), out);
    writeCompressed("data", writer.data(), out);
    writeCompressed("meta", writer.meta(), out);
  }

  private void requireSize() {
    double bytes = (8.0 * responses.voxels() + 64) * wordAndPresentation.size();
    if (bytes > Integer.MAX_VALUE) {
      throw new InputException(
          "participant %s: %s of %,d voxels are %,.0f MB where a MATLAB v5 file holds 2,147 MB."
                  .formatted(
                      responses.participant(),
                      Counted.of(wordAndPresentation.size(), "trial"),
                      responses.voxels(),
                      bytes / 1e6)
              + " Take fewer presentations, words or voxels");
    }
  }

  private static byte[] header() {
    var text = new byte[116];
    Arrays.fill(text, (byte) ' ');
    byte[] description = DESCRIPTION.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(description, 0, text, 0, description.length);
    return littleEndian(128)
        .put(text)
        .putLong(0)
        .putShort((short) 0x0100)
        .put((byte) 'I')
        .put((byte) 'M')
        .array();
  }

  private static void writeCompressed(String name, Array array, OutputStream out)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var stream = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
      var sink = Sinks.wrapNonSeeking(stream).order(ByteOrder.LITTLE_ENDIAN);
      Mat5.newWriter(sink).setDeflateLevel(Deflater.NO_COMPRESSION).writeArray(name, array);
    } finally {
      deflater.end();
    }
    out.write(littleEndian(8).putInt(COMPRESSED).putInt(bytes.size()).array());
    bytes.writeTo(out);
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Struct info() {
    var wordsOfCategory = new TreeMap<String, List<String>>();
    for (Stimulus stimulus : responses.stimuli()) {
      wordsOfCategory
          .computeIfAbsent(stimulus.category(), c -> new ArrayList<>())
          .add(stimulus.word());
    }
    var numberOfCategory = new HashMap<String, Integer>();
    wordsOfCategory
        .keySet()
        .forEach(category -> numberOfCategory.put(category, numberOfCategory.size() + 1));
    Struct info = Mat5.newStruct(1, wordAndPresentation.size());
    for (int t = 0; t < wordAndPresentation.size(); t++) {
      Stimulus stimulus = responses.stimuli().get(wordAndPresentation.get(t)[0]);
      info.set("cond", t, Mat5.newString(stimulus.category()));
      info.set("cond_number", t, Mat5.newScalar(numberOfCategory.get(stimulus.category())));
      info.set("word", t, Mat5.newString(stimulus.word()));
      int number = wordsOfCategory.get(stimulus.category()).indexOf(stimulus.word()) + 1;
      info.set("word_number", t, Mat5.newScalar(number));
      info.set("epoch", t, Mat5.newScalar(wordAndPresentation.get(t)[1] + 1));
    }
    return info;
  }

  private Cell data() {
    Cell data = Mat5.newCell(wordAndPresentation.size(), 1);
    for (int t = 0; t < wordAndPresentation.size(); t++) {
      float[] trial = responses.trial(wordAndPresentation.get(t)[0], wordAndPresentation.get(t)[1]);
      Matrix row = Mat5.newMatrix(1, trial.length);
      for (int v = 0; v < trial.length; v++) {
        double offset = responses.offset(v);
        row.setDouble(v, offset == 0 ? trial[v] : trial[v] + offset); // keeps the sign of a zero
      }
      data.set(t, row);
    }
    return data;
  }

  private Struct meta() {
    Struct meta = Mat5.newStruct();
    meta.set("study", Mat5.newString(responses.study()));
    meta.set("subject", Mat5.newString(responses.participant()));
    meta.set("ntrials", Mat5.newScalar(wordAndPresentation.size()));
    meta.set("nvoxels", Mat5.newScalar(responses.voxels()));
    responses.grid().ifPresent(grid -> addGrid(meta, grid));
    return meta;
  }

  private static void addGrid(Struct meta, VoxelGrid grid) {
    int[] dims = grid.dims();
    String[] fields = {"dimx", "dimy", "dimz"};
    for (int axis = 0; axis < 3; axis++) {
      meta.set(fields[axis], Mat5.newScalar(dims[axis]));
    }
    Matrix colToCoord = Mat5.newMatrix(grid.columns(), 3);
    Matrix coordToCol = Mat5.newMatrix(dims);
    for (int column = 0; column < grid.columns(); column++) {
      int[] voxel = grid.voxel(column);
      for (int axis = 0; axis < 3; axis++) {
        colToCoord.setDouble(column, axis, voxel[axis] + 1);
      }
      coordToCol.setDouble(grid.linearIndex(column), column + 1);
    }
    meta.set("colToCoord", colToCoord);
    meta.set("coordToCol", coordToCol);
    if (!grid.affine().equals(Affine.CMU) || !grid.space().equals(Space.MNI)) {
      meta.set("affine", matrix(grid.affine().matrix()));
      meta.set("space", Mat5.newString(grid.space().label()));
    }
  }

  private static Matrix matrix(double[][] rows) {
    Matrix matrix = Mat5.newMatrix(rows.length, rows[0].length);
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        matrix.setDouble(r, c, rows[r][c]);
      }
    }
    return matrix;
  }
}
