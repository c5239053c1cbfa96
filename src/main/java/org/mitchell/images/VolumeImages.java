package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.maps.volumes.BrainMask;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.maps.volumes.VolumeSeries;

/** Volumes of NIfTI files on one grid. A volume is held at a time. */
final class VolumeImages implements ImageSource {
  private final List<Path> files;
  private final VolumePlace place;
  private final int images;

  private VolumeImages(List<Path> files, VolumePlace place, int images) {
    this.files = files;
    this.place = place;
    this.images = images;
  }

  static VolumeImages open(List<Path> files) throws IOException {
    VolumePlace first = VolumePlace.read(files.get(0)).stated();
    int images = 0;
    for (Path file : files) {
      VolumePlace place = VolumePlace.read(file).stated();
      place.requireSameGrid(first);
      images += place.volumes();
    }
    return new VolumeImages(files, first, images);
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
  public int values() {
    return Arrays.stream(place.dims()).reduce(1, Math::multiplyExact);
  }

  @Override
  public String unit() {
    return "voxel";
  }

  @Override
  public List<String> notes() {
    var notes = new ArrayList<String>();
    place.cautions().forEach(caution -> notes.add(place.file() + ": " + caution));
    return notes;
  }

  @Override
  public Columns brain(Path mask) throws IOException {
    BrainMask brain = BrainMask.read(mask);
    brain.place().stated().requireSameGrid(place);
    return Columns.of(brain.inside());
  }

  @Override
  public VoxelPlaces places(Columns columns, Optional<Space> space) {
    return VoxelGrid.ofMask(
        place.dims(), place.affine(), space.orElseGet(place::space), columns.mask(values()));
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    for (Path file : files) {
      VolumeSeries.read(file, (volume, values) -> visitor.visit(values));
    }
  }
}
