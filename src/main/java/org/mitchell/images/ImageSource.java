package org.mitchell.images;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.FileKind;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.fmri.Grayordinates.Form;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.maps.grayordinates.GrayordinateMaps;

/** Images of trials in files that the user has, counted through, whatever form the files have. */
interface ImageSource extends Closeable {
  /**
   * Opens files of one form.
   *
   * @throws org.mitchell.files.InputException if a file is damaged or of no form that is read, or
   *     files do not fit each other
   */
  static ImageSource open(ImageOptions options, Optional<GridPlacement> placement)
      throws IOException {
    List<Path> files = options.images();
    InputFiles.requireReadable(files.get(0));
    refuseNumpy(files.get(0));
    Optional<Form> form = GrayordinateMaps.form(files.get(0));
    if (form.isPresent()) {
      return SurfaceImages.open(form.get(), files);
    }
    Optional<ImageSource> betas = BetaArray.open(files.get(0), options.brain(), placement);
    if (betas.isPresent() && files.size() > 1) {
      throw InputException.in(
          files.get(1),
          "a second file beside %s, which has all trials. Give one".formatted(files.get(0)));
    }
    return betas.isPresent() ? betas.get() : VolumeImages.open(files);
  }

  private static void refuseNumpy(Path file) {
    if (FileKind.of(file).filter("a NumPy array"::equals).isPresent()) {
      throw InputException.in(
          file,
          "a NumPy file, which is not read: GLMsingle's is a pickled object. Convert it: python3 -c \"import numpy as np, nibabel as nib; r = np.load('%s', allow_pickle=True).item(); nib.save(nib.Nifti1Image(np.float32(r['betasmd']), nib.load('MASK.nii.gz').affine), 'betas.nii.gz')\""
              .formatted(file.getFileName()));
    }
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

  /** What the files say was shown in each image, where they say it. */
  default Optional<List<String>> labels() {
    return Optional.empty();
  }

  /**
   * Values of an image of another kind, a mask or an atlas, where these images have theirs.
   *
   * @param nearest whether an image on another grid is looked up at the nearest voxel
   * @param what it is, as in "a mask"
   * @throws org.mitchell.files.InputException if it does not lie on these images
   */
  float[] other(Path file, boolean nearest, String what) throws IOException;

  /** Where columns lie. */
  VoxelPlaces places(Columns columns, Optional<Space> space);

  /** Shows all images once, in order. */
  void read(Visitor visitor) throws IOException;

  @Override
  default void close() {}

  /** Takes images. */
  interface Visitor {
    /**
     * @param values the visitor's own
     */
    void visit(float[] values);
  }
}
