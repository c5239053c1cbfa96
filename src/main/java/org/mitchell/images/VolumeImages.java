package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.maps.volumes.VolumeSeries;

/** Volumes of NIfTI files on one grid. A volume is held at a time. */
final class VolumeImages implements BoxImages {
  private final List<Path> files;
  private final VolumeBox box;
  private final int images;
  private final Optional<List<String>> labels;
  private final List<String> notes;

  private VolumeImages(
      List<Path> files,
      VolumeBox box,
      int images,
      Optional<List<String>> labels,
      List<String> notes) {
    this.notes = notes;
    this.files = files;
    this.box = box;
    this.images = images;
    this.labels = labels;
  }

  static VolumeImages open(List<Path> files) throws IOException {
    VolumePlace first = VolumePlace.read(files.get(0)).stated();
    int images = 0;
    var labels = new ArrayList<String>();
    var cautions = new LinkedHashMap<String, List<Path>>();
    for (Path file : files) {
      VolumePlace place = VolumePlace.read(file).stated();
      place.requireSameGrid(first);
      images += place.volumes();
      for (String caution : place.cautions()) {
        cautions.computeIfAbsent(caution, text -> new ArrayList<>()).add(file);
      }
      AfniLabels.of(file, place.header(), place.volumes()).ifPresent(labels::addAll);
    }
    return new VolumeImages(
        files,
        new VolumeBox(first),
        images,
        labels.size() == images ? Optional.of(List.copyOf(labels)) : Optional.empty(),
        cautions.entrySet().stream().map(c -> note(c.getKey(), c.getValue())).toList());
  }

  /** A caution of several files is said once. */
  private static String note(String caution, List<Path> files) {
    String more = files.size() > 1 ? " and %,d more".formatted(files.size() - 1) : "";
    return files.get(0) + more + ": " + caution;
  }

  @Override
  public Path file() {
    return files.get(0);
  }

  @Override
  public int images() {
    return images;
  }

  @Override
  public VolumeBox box() {
    return box;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public Optional<List<String>> labels() {
    return labels;
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    for (Path file : files) {
      VolumeSeries.read(file, (volume, values) -> visitor.visit(values));
    }
  }
}
