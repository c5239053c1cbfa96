package org.mitchell.maps.atlas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.maps.volumes.VolumeImage;
import org.mitchell.maps.volumes.VolumePlace;

/** An image of labels and the names of the labels. Immutable. */
public final class Atlas implements RegionAtlas {
  /** Labels that are stored with a scale come back as whole numbers but for this. */
  private static final double MOST_FROM_WHOLE = 1e-3;

  private final Path file;
  private final LabelledBox labels;
  private final List<String> cautions;
  private final RegionNames names;

  private Atlas(VolumePlace place, int[] labels, RegionNames names) {
    this.file = place.file();
    this.labels = new LabelledBox(place.dims(), place.affine(), labels);
    this.cautions = place.cautions();
    this.names = names;
  }

  /**
   * Reads an atlas.
   *
   * @param labels a NIfTI image of one volume of whole numbers of any datatype, 0 or NaN where
   *     there is no region; what a scale of the header leaves within a thousandth of a whole number
   *     is one
   * @param names what the numbers are called; see {@link NameTable}
   * @throws InputException if the image has several volumes, does not say where it lies, or has a
   *     value that is no whole number; or, with the line, if the table is no such table
   */
  public static Atlas read(Path labels, Path names) throws IOException {
    VolumeImage image = image(labels);
    VolumePlace place = image.place().stated();
    return new Atlas(place, wholeNumbers(image), RegionNames.read(names));
  }

  /**
   * Reads an atlas whose regions have no names.
   *
   * @param labels as of {@link #read}
   */
  public static Atlas readLabels(Path labels) throws IOException {
    VolumeImage image = image(labels);
    VolumePlace place = image.place().stated();
    return new Atlas(place, wholeNumbers(image), RegionNames.none(labels));
  }

  private static VolumeImage image(Path labels) throws IOException {
    return VolumeImage.read(labels)
        .single(
            "a 3-D image of labels is expected. Of an atlas of probabilities take its version"
                + " with one label a voxel");
  }

  /** What a user should know of where the atlas lies; nothing where all is plain. */
  @Override
  public List<String> cautions() {
    return cautions;
  }

  /** The file of the labels. */
  @Override
  public Path file() {
    return file;
  }

  @Override
  public List<Path> files() {
    return List.of(file, names.file());
  }

  /**
   * The label of the atlas voxel whose centre is nearest to a place in mm; 0 outside the atlas. A
   * place halfway between two voxels takes the one of higher index, as MATLAB's {@code round} of
   * indices from 1 does.
   */
  public int labelAt(double x, double y, double z) {
    return labels.label(new double[] {x, y, z});
  }

  @Override
  public AtlasRegions regions(VoxelPlaces places) {
    if (places instanceof VoxelGrid grid) {
      return AtlasRegions.of(this, grid);
    }
    throw InputException.in(
        file,
        places instanceof Grayordinates
            ? "an image of voxels, where the images are of vertices of surfaces. Give an atlas on"
                + " their mesh: .label.gii, .annot or .dlabel.nii"
            : "an atlas names voxels or vertices, and the images are of %s. Leave the atlas out"
                .formatted(places.inWords()));
  }

  RegionNames names() {
    return names;
  }

  MmBox box() {
    return MmBox.of(labels.dims(), labels.affine());
  }

  private static int[] wholeNumbers(VolumeImage image) {
    double[] values = image.image().toDoubles();
    int[] dims = image.place().dims();
    var labels = new int[values.length];
    for (int v = 0; v < values.length; v++) {
      double nearest = Double.isNaN(values[v]) ? 0 : Math.rint(values[v]);
      labels[v] = (int) nearest;
      boolean whole = Math.abs(values[v] - nearest) <= MOST_FROM_WHOLE || Double.isNaN(values[v]);
      if (!whole || labels[v] != nearest) {
        throw InputException.in(
            image.file(),
            "voxel (i, j, k) = (%d, %d, %d), counted from 0, has the value %s where the whole number of a label is expected. An atlas must not be interpolated (or must be by nearest neighbour)"
                .formatted(v % dims[0], v / dims[0] % dims[1], v / (dims[0] * dims[1]), values[v]));
      }
    }
    return labels;
  }
}
