package org.mitchell.derivatives;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.zip.ZipException;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.text.Counted;

/** The table of a map whose voxels have no coordinates: a row a voxel column, gzipped or not. */
final class ColumnTable {
  private final Path file;
  private final String whatToDo;

  /**
   * @param whatToDo a sentence for the end of every error
   */
  ColumnTable(Path file, String whatToDo) {
    this.file = file;
    this.whatToDo = whatToDo;
  }

  /** Volumes x voxel columns: what stands beside the number of the column. */
  float[][] read() throws IOException {
    return read(column -> 0);
  }

  /**
   * As {@link #read()}, less a value of each column, which is taken off before they are rounded.
   */
  float[][] read(IntToDoubleFunction offset) throws IOException {
    var columns = new ArrayList<float[]>();
    var format = CsvReader.builder().fieldSeparator('\t');
    try (var csv = format.ofCsvRecord(InputFiles.open(file))) {
      for (CsvRecord row : csv) {
        if (row.getStartingLineNumber() > 1) {
          int cells = columns.isEmpty() ? row.getFieldCount() : columns.get(0).length + 1;
          columns.add(values(row, cells, offset.applyAsDouble(columns.size())));
        }
      }
    } catch (CsvParseException | UncheckedIOException | EOFException | ZipException e) {
      throw InputException.in(file, "damaged or cut short. " + whatToDo, e);
    }
    if (columns.isEmpty()) {
      throw InputException.in(file, "no row where one a voxel column is expected. " + whatToDo);
    }
    return transposed(columns);
  }

  private float[] values(CsvRecord row, int cells, double offset) {
    String line = "line " + row.getStartingLineNumber() + ": ";
    if (row.getFieldCount() != cells) {
      throw InputException.in(
          file,
          line
              + "got %s where %d are expected. "
                  .formatted(Counted.of(row.getFieldCount(), "cell"), cells)
              + whatToDo);
    }
    var values = new float[row.getFieldCount() - 1];
    for (int f = 0; f < values.length; f++) {
      String cell = row.getField(f + 1);
      try {
        values[f] = cell.equals("n/a") ? Float.NaN : number(cell, offset);
      } catch (NumberFormatException e) {
        throw InputException.in(
            file, line + "got '%s' where a number is expected. ".formatted(cell) + whatToDo, e);
      }
    }
    return values;
  }

  private static float number(String cell, double offset) {
    return offset == 0 ? Float.parseFloat(cell) : (float) (Double.parseDouble(cell) - offset);
  }

  private static float[][] transposed(List<float[]> columns) {
    var volumes = new float[columns.get(0).length][columns.size()];
    for (int v = 0; v < columns.size(); v++) {
      for (int f = 0; f < volumes.length; f++) {
        volumes[f][v] = columns.get(v)[f];
      }
    }
    return volumes;
  }
}
