package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.fmri.Grayordinates.Form;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.maps.grayordinates.GrayordinateMaps;

/** Images of trials in files that the user has, counted through, whatever form the files have. */
interface ImageSource {
  /**
   * Opens files of one form.
   *
   * @throws org.mitchell.files.InputException if a file is damaged or of no form that is read, or
   *     files do not fit each other
   */
  static ImageSource open(List<Path> files) throws IOException {
    Optional<Form> form = GrayordinateMaps.form(files.get(0));
    return form.isPresent() ? SurfaceImages.open(form.get(), files) : VolumeImages.open(files);
  }

  /** The first of the files, which messages name. */
  Path file();

  /** How many images there are. */
  int images();

  /** Values an image has. */
  int values();

  /** What one of these values is of: voxel, vertex. */
  String unit();

  /** What the user should know of the files. */
  List<String> notes();

  /**
   * Which values are brain.
   *
   * @throws org.mitchell.files.InputException if the mask does not lie on these images
   */
  Columns brain(Path mask) throws IOException;

  /** Where columns lie. */
  VoxelPlaces places(Columns columns, Optional<Space> space);

  /** Shows all images once, in order. */
  void read(Visitor visitor) throws IOException;

  /** Takes images. */
  interface Visitor {
    /**
     * @param values the visitor's own
     */
    void visit(float[] values);
  }
}
