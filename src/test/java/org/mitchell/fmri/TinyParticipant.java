package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/**
 * A CMU participant to spoil: cat (animal) and saw (tool), each in epochs 1 and 2; trial t has 10 t
 * + v in voxel v of three.
 */
final class TinyParticipant {
  final Cell cells = Mat5.newCell(4, 1);
  Optional<Array> info;
  Optional<Array> data;
  Optional<Array> meta;

  TinyParticipant() {
    Struct trials = Mat5.newStruct(1, 4);
    for (int t = 0; t < 4; t++) {
      trials.set("cond", t, Mat5.newString(t % 2 == 0 ? "animal" : "tool"));
      trials.set("word", t, Mat5.newString(t % 2 == 0 ? "cat" : "saw"));
      trials.set("epoch", t, Mat5.newScalar(1 + t / 2));
      cells.set(t, matrix(new double[][] {{10 * t, 10 * t + 1, 10 * t + 2}}));
    }
    info = Optional.of(trials);
    data = Optional.of(cells);
    Struct fields = Mat5.newStruct();
    fields.set("nvoxels", Mat5.newScalar(3));
    fields
        .set("dimx", Mat5.newScalar(2))
        .set("dimy", Mat5.newScalar(2))
        .set("dimz", Mat5.newScalar(1));
    fields.set("colToCoord", matrix(new double[][] {{1, 1, 1}, {2, 1, 1}, {1, 2, 1}}));
    meta = Optional.of(fields);
  }

  static Matrix matrix(double[][] rows) {
    Matrix matrix = Mat5.newMatrix(rows.length, rows[0].length);
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        matrix.setDouble(r, c, rows[r][c]);
      }
    }
    return matrix;
  }

  Struct infoStruct() {
    return (Struct) info.orElseThrow();
  }

  Struct metaStruct() {
    return (Struct) meta.orElseThrow();
  }

  Path write(Path folder) throws IOException {
    var file = Mat5.newMatFile();
    info.ifPresent(array -> file.addArray("info", array));
    data.ifPresent(array -> file.addArray("data", array));
    meta.ifPresent(array -> file.addArray("meta", array));
    Path path = folder.resolve("tiny.mat");
    Mat5.writeToFile(file, path.toFile());
    return path;
  }
}
