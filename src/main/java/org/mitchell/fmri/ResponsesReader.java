package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.FileKind;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.text.Counted;

/** Reads one participant's responses; the format is told by the first bytes of the file. */
public final class ResponsesReader {
  /** Those that know their files by how they begin first; a further one is added here. */
  private static final List<ResponsesFormat> FORMATS =
      List.of(CmuReader::read, ResponsesReader::readText);

  private ResponsesReader() {}

  /**
   * @param file a CMU participant (.mat v5 or v7.3) or a table of text (.txt .csv .tsv, also
   *     gzipped)
   * @param participant its label, without {@code sub-}
   * @throws InputException if the file is damaged or does not hold responses; the message says
   *     where
   */
  public static Responses read(Path file, String participant, ReadOptions options)
      throws IOException {
    Responses responses = readAsItIs(file, participant, options);
    if (options.coordinates().isPresent()) {
      responses = withCoordinates(file, responses, options);
    }
    return finite(file, responses, options);
  }

  private static Responses readAsItIs(Path file, String participant, ReadOptions options)
      throws IOException {
    for (ResponsesFormat format : FORMATS) {
      Optional<Responses> responses = format.read(file, participant, options);
      if (responses.isPresent()) {
        return responses.get();
      }
    }
    throw InputException.in(
        file,
        "%s where responses are expected: CMU's .mat (v5, v7.3) or a table (.txt .csv .tsv, also .gz), a row an image"
            .formatted(FileKind.of(file).orElse("something else")));
  }

  /** Any text may be a table; what is damaged is said of it. */
  private static Optional<Responses> readText(Path file, String participant, ReadOptions options)
      throws IOException {
    return FileKind.of(file).isPresent()
        ? Optional.empty()
        : Optional.of(ResponseTableReader.read(file, participant, options));
  }

  private static Responses withCoordinates(Path file, Responses responses, ReadOptions options)
      throws IOException {
    Path table = options.coordinates().orElseThrow();
    VoxelGrid grid = CoordinateTable.read(table, options);
    if (grid.columns() != responses.voxels()) {
      throw InputException.in(
          table,
          "%s of coordinates where %s has %s: one row a voxel column is expected"
              .formatted(
                  Counted.of(grid.columns(), "row"),
                  file.getFileName(),
                  Counted.of(responses.voxels(), "voxel")));
    }
    return responses.withGrid(grid);
  }

  /**
   * The responses, of the task of the options, if all their values are finite or may be left out.
   */
  public static Responses finite(Path file, Responses responses, ReadOptions options) {
    return finite(file, responses.ofTask(options.task()), options.dropNan());
  }

  /**
   * The responses, if all their values are finite.
   *
   * @param drop whether voxels with other values are left out, where that would be an error
   * @throws InputException if there are other values; the message gives the first
   */
  private static Responses finite(Path file, Responses responses, boolean drop) {
    var bad = new BitSet();
    Optional<String> first = Optional.empty();
    for (int w = 0; w < responses.stimuli().size(); w++) {
      for (int p = 0; p < responses.presentations(w); p++) {
        float[] trial = responses.trial(w, p);
        for (int v = 0; v < trial.length; v++) {
          if (!Float.isFinite(trial[v])) {
            bad.set(v);
            if (first.isEmpty()) {
              first =
                  Optional.of(
                      "word %s, presentation %d, voxel column %d (of 0..%d): the value is %s"
                          .formatted(
                              responses.words().get(w), p + 1, v, trial.length - 1, trial[v]));
            }
          }
        }
      }
    }
    if (bad.isEmpty()) {
      return responses;
    }
    if (!drop) {
      throw InputException.in(
          file,
          "%s; %,d of %s %s such values"
              .formatted(
                  first.orElseThrow(),
                  bad.cardinality(),
                  Counted.of(responses.voxels(), "voxel"),
                  Counted.verb(bad.cardinality(), "has", "have")),
          Remedy.DROP_NAN);
    }
    if (bad.cardinality() == responses.voxels()) {
      throw InputException.in(
          file, "every voxel has a NaN or infinite value: nothing would be left");
    }
    return responses.withoutVoxels(
        bad,
        "%,d of %s left out: NaN or infinite values"
            .formatted(bad.cardinality(), Counted.of(responses.voxels(), "voxel")));
  }
}
