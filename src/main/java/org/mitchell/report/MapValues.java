package org.mitchell.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.maps.grayordinates.GrayordinateMaps;
import org.mitchell.maps.grayordinates.HemispherePair;
import org.mitchell.maps.volumes.VolumeImage;
import org.mitchell.provenance.TypedCommand;

/** The values of a map: of an image all of its grid, NaN outside the brain. */
final class MapValues {
  private MapValues() {}

  /**
   * @throws InputException if the table is damaged
   */
  static float[] of(MapFile map) throws IOException {
    if (map.isOfSurfaces()) {
      return ofSurfaces(map.image());
    }
    return map.isImage() ? VolumeImage.read(map.image()).image().toFloats() : table(map);
  }

  private static float[] ofSurfaces(Path first) throws IOException {
    Optional<Path> other = HemispherePair.named(first).filter(Files::exists);
    List<Path> files = Stream.concat(Stream.of(first), other.stream()).toList();
    return GrayordinateMaps.read(GrayordinateMaps.form(first).orElseThrow(), files).values()[0];
  }

  private static float[] table(MapFile map) throws IOException {
    var values = new ArrayList<Float>();
    var format = CsvReader.builder().fieldSeparator('\t');
    try (var csv = format.ofCsvRecord(InputFiles.open(map.image()))) {
      for (CsvRecord row : csv) {
        if (row.getStartingLineNumber() > 1) {
          String cell = row.getField(1);
          values.add(cell.equals("n/a") ? Float.NaN : Float.parseFloat(cell));
        }
      }
    } catch (CsvParseException | IndexOutOfBoundsException | NumberFormatException e) {
      throw InputException.in(
          map.image(),
          "damaged: not a number a row. Make the map again: " + TypedCommand.mitchell("map"),
          e);
    }
    var array = new float[values.size()];
    for (int v = 0; v < array.length; v++) {
      array[v] = values.get(v);
    }
    return array;
  }
}
