package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ImageOptions.Brain;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.matlab.MatFile;
import org.mitchell.matlab.MatValue;
import org.mitchell.nifti.NiftiHeader;

/**
 * GLMsingle's coefficients of trials, X x Y x Z x trials: {@code betasmd} of its Python in HDF5, or
 * {@code modelmd} of its MATLAB. The array says nothing of where it lies.
 */
final class BetaArray implements BoxImages {
  private static final String PYTHON = "betasmd";
  private static final String MATLAB = "modelmd";
  private static final int AXES = 4;

  private final VolumeBox box;
  private final MatValue.Numeric betas;
  private final boolean lastFastest;
  private final int trials;
  private final String assumed;
  private final MatFile open;

  private BetaArray(
      VolumeBox box,
      MatValue.Numeric betas,
      boolean lastFastest,
      int trials,
      String assumed,
      MatFile open) {
    this.open = open;
    this.box = box;
    this.betas = betas;
    this.lastFastest = lastFastest;
    this.trials = trials;
    this.assumed = assumed;
  }

  /**
   * Opens a file; nothing where it is neither HDF5 nor of MATLAB.
   *
   * @param placement where the array lies, if somebody says so; else as the mask does
   * @throws InputException if it has no such array, or nobody says where it lies
   */
  static Optional<ImageSource> open(Path file, Brain brain, Optional<GridPlacement> placement)
      throws IOException {
    Optional<MatFile> mat = MatFile.open(file, Set.of(PYTHON, MATLAB));
    if (mat.isEmpty()) {
      return Optional.empty();
    }
    MatFile open = mat.get();
    boolean python = open.variable(PYTHON).isPresent();
    Optional<MatValue> value = open.variable(python ? PYTHON : MATLAB);
    String name = python ? PYTHON : MATLAB;
    if (value.isEmpty() || !(value.get() instanceof MatValue.Numeric betas)) {
      throw InputException.in(
          file,
          value.isEmpty()
              ? "neither betasmd nor modelmd is in it, GLMsingle's coefficients of trials. Give"
                  + " TYPED_FITHRF_GLMDENOISE_RR, or images as NIfTI"
              : "%s is %s where numbers are expected".formatted(name, value.get().description()));
    }
    int[] dims = python ? reversed(betas.dims()) : betas.dims();
    if (dims.length != AXES) {
      throw InputException.in(
          file,
          "%s is %s where X x Y x Z x trials are expected. Fit GLMsingle on volumes of the whole box"
              .formatted(name, MatValue.shape(dims)));
    }
    VolumePlace place = place(file, Arrays.copyOf(dims, AXES - 1), brain, placement);
    String assumed =
        "%s has no affine: its voxels are taken to lie as %s"
            .formatted(
                file.getFileName(),
                placement.isPresent()
                    ? "was said, " + place.affine()
                    : "those of %s, %s".formatted(brain.mask().orElseThrow(), place.affine()));
    return Optional.of(
        new BetaArray(new VolumeBox(place), betas, python, dims[AXES - 1], assumed, open));
  }

  private static VolumePlace place(
      Path file, int[] dims, Brain brain, Optional<GridPlacement> placement) throws IOException {
    double[][] affine;
    int code;
    int[] expected;
    if (placement.isPresent()) {
      affine = placement.get().affine().matrix();
      code = Math.max(1, placement.get().space().xformCode());
      expected = placement.get().dims().orElse(dims);
    } else {
      VolumePlace mask =
          VolumePlace.read(
                  brain
                      .mask()
                      .orElseThrow(
                          () ->
                              InputException.in(
                                  file,
                                  "this form has no affine, so that its voxels have no place in mm",
                                  Remedy.PLACE_OF_BETAS)))
              .stated();
      affine = mask.affine().matrix();
      code = Math.max(1, mask.header().xformCode());
      expected = mask.dims();
    }
    if (!Arrays.equals(dims, expected)) {
      throw InputException.in(
          file,
          "%s voxels where %s has %s. One grid is expected"
              .formatted(
                  MatValue.shape(dims),
                  placement.isPresent() ? "the image with the affine" : brain.mask().orElseThrow(),
                  MatValue.shape(expected)));
    }
    return new VolumePlace(file, NiftiHeader.builder(dims).sform(affine, code).build());
  }

  /** The library turns the dimensions round, as MATLAB's files need it. */
  private static int[] reversed(int[] dims) {
    var reversed = new int[dims.length];
    for (int axis = 0; axis < dims.length; axis++) {
      reversed[axis] = dims[dims.length - 1 - axis];
    }
    return reversed;
  }

  @Override
  public Path file() {
    return box.place().file();
  }

  @Override
  public int images() {
    return trials;
  }

  @Override
  public VolumeBox box() {
    return box;
  }

  @Override
  public List<String> notes() {
    return List.of(assumed);
  }

  @Override
  public void close() {
    open.close();
  }

  @Override
  public void read(Visitor visitor) {
    MatValue.Numbers numbers = betas.values().get();
    int[] dims = box.place().dims();
    for (int trial = 0; trial < trials; trial++) {
      var values = new float[values()];
      for (int v = 0; v < values.length; v++) {
        int from = lastFastest ? lastFastest(v, dims) * trials + trial : v + values.length * trial;
        values[v] = (float) numbers.at(from);
      }
      visitor.visit(values);
    }
  }

  /** The place of a voxel, counted i fastest, in an order in which k is fastest. */
  private static int lastFastest(int voxel, int[] dims) {
    int i = voxel % dims[0];
    int j = voxel / dims[0] % dims[1];
    int k = voxel / (dims[0] * dims[1]);
    return (i * dims[1] + j) * dims[2] + k;
  }
}
