package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.derivatives.contents.Rule;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Parcellation;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.StatMap;
import org.mitchell.maps.Volumes;
import org.mitchell.maps.VoxelImages;
import org.mitchell.maps.grayordinates.GrayordinateImages;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiWriter;
import org.mitchell.tables.TableWriter;

/**
 * Writes maps with their sidecars: NIfTI where the voxels lie in a box, GIFTI or CIFTI where they
 * are grayordinates, otherwise a gzipped table with a row a voxel column.
 */
final class VoxelFiles {
  /** Level 6 takes twice the time of level 4 on float images for a file a few percent smaller. */
  private static final int COMPRESSION = 4;

  private static final String BRAIN = "_desc-brain";
  private static final String PARCELS = "_desc-parcels";
  private static final String NIFTI = ".nii.gz";
  private static final String CIFTI = ".dscalar.nii";
  private static final String GIFTI = ".func.gii";
  private static final List<String> FORMS = List.of(NIFTI, CIFTI);
  private static final List<String> HALVES = List.of("L", "R");

  private final OutputSet outputs;
  private final BidsName name;
  private final Sidecar sidecar;
  private final List<Task> tasks = new ArrayList<>();

  /**
   * @param alone whether its volumes are made as they are written, by all threads
   */
  private record Task(Path file, OutputSet.Content content, boolean alone) {
    private Task(Path file, OutputSet.Content content) {
      this(file, content, false);
    }
  }

  VoxelFiles(OutputSet outputs, BidsName name, Sidecar sidecar) {
    this.outputs = outputs;
    this.name = name;
    this.sidecar = sidecar;
  }

  /**
   * Plans a map; it is written by {@link #writeAll}. Returns the file, or of two hemispheres both.
   *
   * @param details what its JSON says beside what every map's says
   */
  List<Path> add(String entities, StatMap plain, MapSidecar.Details details) {
    StatMap map = ofVoxels(plain.describedAs(sidecar.description(plain.description())));
    Optional<VoxelPlaces> places = sidecar.places().map(VoxelPlaces::voxels);
    var shown =
        new MapSidecar.Shown(
            Optional.empty(),
            Optional.of(map.statistic()),
            map.isSeries() ? Optional.of(map.volumeNames()) : Optional.empty(),
            places.map(p -> "NaN"));
    MapSidecar json = json(plain.description(), shown, details);
    if (places.isEmpty()) {
      float[][] volumes = map.volumes().all(volume -> volume);
      return List.of(
          add(
              entities,
              "statmap",
              ".tsv.gz",
              stream -> writeTable(map.volumeNames(), volumes, stream),
              json));
    }
    if (places.get() instanceof Grayordinates surfaces) {
      Volumes held = Volumes.of(map.volumes().all(volume -> volume));
      return add(entities, "statmap", surfaces, map.with(held), Float.NaN, json);
    }
    VoxelGrid grid = (VoxelGrid) places.get();
    Path file = name.map(entities, "statmap" + NIFTI);
    tasks.add(
        new Task(
            file,
            stream -> VoxelImages.writeGzip(map, grid, stream, COMPRESSION),
            !map.volumes().held()));
    addJson(entities, "statmap", json);
    return List.of(file);
  }

  /** A map of parcels as one of their voxels. */
  private StatMap ofVoxels(StatMap map) {
    if (sidecar.places().isEmpty() || !(sidecar.places().get() instanceof Parcellation parcels)) {
      return map;
    }
    return map.with(map.volumes().changed(parcels::spread));
  }

  /** Plans the labels of parcels, where columns are such. */
  List<Path> addParcels() {
    if (sidecar.places().isEmpty() || !(sidecar.places().get() instanceof Parcellation parcels)) {
      replaceLabels(PARCELS);
      return List.of();
    }
    return addLabels(
        PARCELS,
        "parcels",
        "Parcels, each a voxel of the model",
        parcels.labelsOfVoxels(),
        Rule.NONE);
  }

  /** Plans a map of grayordinates; two hemispheres have one JSON, by BIDS's inheritance. */
  private List<Path> add(
      String entities,
      String suffix,
      Grayordinates places,
      StatMap map,
      float elsewhere,
      MapSidecar json) {
    if (places.form() == Grayordinates.Form.CIFTI) {
      return List.of(
          add(
              entities,
              suffix,
              CIFTI,
              stream -> GrayordinateImages.writeCifti(map, places, elsewhere, stream),
              json));
    }
    var files = new ArrayList<Path>();
    for (Hemisphere half : GrayordinateImages.hemispheres(places)) {
      Path file = name.map(half.name().substring(0, 1), entities, suffix + GIFTI);
      files.add(file);
      tasks.add(
          new Task(
              file, stream -> GrayordinateImages.writeGifti(map, places, half, elsewhere, stream)));
    }
    addJson(entities, suffix, json);
    return files;
  }

  /**
   * Plans an image of labels; the voxels must have a place.
   *
   * @param what is numbered, in a word
   * @param rule of what is labelled
   */
  List<Path> addLabels(String entities, String what, String description, int[] labels, Rule rule) {
    String text = sidecar.description(description);
    MapSidecar json = json(description, MapSidecar.Shown.LABELS, MapSidecar.Details.of(rule));
    VoxelPlaces places = sidecar.places().orElseThrow().voxels();
    if (places instanceof Grayordinates surfaces) {
      var values = new float[labels.length];
      for (int v = 0; v < values.length; v++) {
        values[v] = labels[v];
      }
      return add(entities, "dseg", surfaces, StatMap.of(what, text, values), 0, json);
    }
    VoxelGrid grid = (VoxelGrid) places;
    return List.of(
        add(
            entities,
            "dseg",
            NIFTI,
            stream -> writeGzip(VoxelImages.labels(what, text, labels, grid), stream),
            json));
  }

  /** Takes away labels of earlier, as there are none. */
  void replaceLabels(String entities) {
    replaceOthers(entities, "dseg");
    outputs.replace(name.map(entities, "dseg.json"));
  }

  /** Plans the brain mask, where the places of voxels are known. */
  List<Path> addMask() {
    String description = "Voxels with responses";
    String text = sidecar.description(description);
    MapSidecar json = json(description, MapSidecar.Shown.BRAIN, MapSidecar.Details.NONE);
    if (sidecar.places().isEmpty()) {
      return List.of();
    }
    VoxelPlaces voxels = sidecar.places().get().voxels();
    if (voxels instanceof Grayordinates surfaces) {
      var ones = new float[surfaces.columns()];
      Arrays.fill(ones, 1);
      return add(BRAIN, "mask", surfaces, StatMap.of("mask", text, ones), 0, json);
    }
    VoxelGrid grid = (VoxelGrid) voxels;
    return List.of(
        add(
            BRAIN,
            "mask",
            NIFTI,
            stream -> writeGzip(VoxelImages.brainMask(grid, text), stream),
            json));
  }

  /** Compresses and writes what was planned, several files at a time where they are at hand. */
  void writeAll(Workers workers) throws IOException {
    for (Task task : tasks) {
      if (task.alone) {
        outputs.write(task.file, task.content);
      }
    }
    List<Task> others = tasks.stream().filter(task -> !task.alone).toList();
    try {
      workers.forEach(
          others.size(),
          t -> {
            try {
              outputs.write(others.get(t).file, others.get(t).content);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Path add(
      String entities,
      String suffix,
      String extension,
      OutputSet.Content content,
      MapSidecar json) {
    Path file = name.map(entities, suffix + extension);
    tasks.add(new Task(file, content));
    addJson(entities, suffix, json);
    return file;
  }

  private void replaceOthers(String entities, String suffix) {
    FORMS.forEach(form -> outputs.replace(name.map(entities, suffix + form)));
    HALVES.forEach(half -> outputs.replace(name.map(half, entities, suffix + GIFTI)));
  }

  /** The JSON describes one map: of other forms of files none stays beside it. */
  private void addJson(String entities, String suffix, MapSidecar json) {
    replaceOthers(entities, suffix);
    tasks.add(
        new Task(
            name.map(entities, suffix + ".json"), stream -> stream.write(utf8(Json.text(json)))));
  }

  private MapSidecar json(String description, MapSidecar.Shown shown, MapSidecar.Details details) {
    return MapSidecar.of(sidecar.description(description), shown, details, sidecar.about());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void writeGzip(NiftiImage image, OutputStream stream) throws IOException {
    NiftiWriter.writeGzip(image, stream, COMPRESSION);
  }

  private static void writeTable(List<String> names, float[][] volumes, OutputStream stream)
      throws IOException {
    var gzip = new GZIPOutputStream(stream, 1 << 16);
    var csv = TableWriter.to(gzip);
    var cells = new ArrayList<String>(List.of("column"));
    cells.addAll(names);
    csv.row(cells);
    for (int column = 0; column < volumes[0].length; column++) {
      cells.clear();
      cells.add(Integer.toString(column));
      for (float[] volume : volumes) {
        cells.add(Float.isNaN(volume[column]) ? "n/a" : Float.toString(volume[column]));
      }
      csv.row(cells);
    }
    csv.flush();
    gzip.finish();
  }
}
