package org.mitchell.nifti;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The header of an image: shape, datatype, place in space and description, under the standard's
 * names. Immutable.
 *
 * <p>A header that could be built can be written. Real fields hold what the chosen version stores
 * (float32 in NIfTI-1), so that nothing changes between writing and reading back. {@code datatype},
 * {@code bitpix}, {@code vox_offset} and {@code magic} follow from the rest.
 */
public final class NiftiHeader {
  private final NiftiVersion version;
  private final ByteOrder byteOrder;
  private final int[] dims;
  private final NiftiDatatype datatype;
  private final NiftiScaling scaling;
  private final NiftiIntent intent;
  private final NiftiSlices slices;
  private final Orientation orientation;
  private final int xyztUnits;
  private final double timeOffset;
  private final double calMin;
  private final double calMax;
  private final String descrip;
  private final String auxFile;
  private final List<NiftiExtension> extensions;

  private NiftiHeader(Builder from) {
    version = from.version;
    byteOrder = from.byteOrder;
    dims = from.dims;
    datatype = from.datatype;
    scaling = from.scaling.storedAs(version);
    intent = from.intent.storedAs(version);
    slices = from.slices.storedAs(version);
    orientation = from.orientation.storedAs(version);
    xyztUnits = from.xyztUnits;
    timeOffset = version.stored(from.timeOffset);
    calMin = version.stored(from.calMin);
    calMax = version.stored(from.calMax);
    descrip = from.descrip;
    auxFile = from.auxFile;
    extensions = List.copyOf(from.extensions);
  }

  /**
   * Begins a header: NIfTI-1, the machine's byte order, float32, no scaling, 1 mm voxels, neither
   * qform nor sform.
   *
   * @param dims one to seven positive numbers of voxels, the fastest axis first
   */
  public static Builder builder(int... dims) {
    return new Builder(dims);
  }

  /** Begins a header that differs from this one in what is set next. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  public NiftiVersion version() {
    return version;
  }

  public ByteOrder byteOrder() {
    return byteOrder;
  }

  /** Numbers of voxels along each axis, the fastest first: {@code dim[1..dim[0]]}. A copy. */
  public int[] dims() {
    return dims.clone();
  }

  /** The product of the dimensions. */
  public long voxels() {
    return product(dims);
  }

  public NiftiDatatype datatype() {
    return datatype;
  }

  /** {@code scl_slope} and {@code scl_inter}. */
  public NiftiScaling scaling() {
    return scaling;
  }

  public NiftiIntent intent() {
    return intent;
  }

  public NiftiSlices slices() {
    return slices;
  }

  /** {@code pixdim}: qfac, then sizes along seven axes, in {@link #xyztUnits()}. A copy. */
  public double[] pixdim() {
    return orientation.pixdim().clone();
  }

  public int qformCode() {
    return orientation.qformCode();
  }

  public int sformCode() {
    return orientation.sformCode();
  }

  /**
   * The affine of the quaternion, whatever {@link #qformCode()} says of it: 0-based voxel index to
   * {@link #xyztUnits()}, 4 x 4.
   */
  public double[][] qform() {
    return orientation.qform();
  }

  /**
   * The affine of {@code srow_x, srow_y, srow_z}, whatever {@link #sformCode()} says of it: 0-based
   * voxel index to {@link #xyztUnits()}, 4 x 4.
   */
  public double[][] sform() {
    return orientation.sform();
  }

  /**
   * The affine to use, 4 x 4, from 0-based voxel index to mm: the sform if its code is above 0,
   * else the qform if its code is above 0, else the voxel sizes with x reversed and the origin in
   * the middle of the grid. A form that is no affine (all zero, flat, not finite) counts as not
   * given. What {@link #xyztUnits()} says is in micron or metres is turned into mm.
   */
  public double[][] affine() {
    double[][] affine = orientation.affine(dims);
    double mm = NiftiUnits.mm(xyztUnits);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        affine[row][column] *= mm;
      }
    }
    return affine;
  }

  /** Which form {@link #affine()} takes. */
  public NiftiPlacement placement() {
    return orientation.placement();
  }

  /** The code of the form that {@link #affine()} takes, one of {@link NiftiXform}. */
  public int xformCode() {
    return switch (placement()) {
      case SFORM -> sformCode();
      case QFORM -> qformCode();
      case NONE -> NiftiXform.UNKNOWN;
    };
  }

  /**
   * Whether sform and qform are both given and mirror each other: programs that take the one or the
   * other then differ about left and right.
   */
  public boolean formsAreMirrored() {
    return orientation.formsAreMirrored();
  }

  /** A spatial plus a temporal code of {@link NiftiUnits}. */
  public int xyztUnits() {
    return xyztUnits;
  }

  /** {@code toffset}: the time of the first volume. */
  public double timeOffset() {
    return timeOffset;
  }

  /** The value that viewers show darkest; equal to {@link #calMax()} when nothing is suggested. */
  public double calMin() {
    return calMin;
  }

  /** The value that viewers show brightest. */
  public double calMax() {
    return calMax;
  }

  public String descrip() {
    return descrip;
  }

  public String auxFile() {
    return auxFile;
  }

  public List<NiftiExtension> extensions() {
    return extensions;
  }

  Orientation orientation() {
    return orientation;
  }

  /** Equal when the bytes of the two headers and their extensions are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NiftiHeader that
        && Arrays.equals(HeaderEncoder.encode(this), HeaderEncoder.encode(that))
        && extensions.equals(that.extensions);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(HeaderEncoder.encode(this)) + extensions.hashCode();
  }

  @Override
  public String toString() {
    return version
        + " "
        + datatype
        + " "
        + Arrays.toString(dims)
        + " "
        + byteOrder
        + " intent "
        + intent.code()
        + " qform "
        + qformCode()
        + " sform "
        + sformCode()
        + " '"
        + descrip
        + "'";
  }

  /** The product of dimensions, or an {@link ArithmeticException} beyond 2^63. */
  static long product(int[] dims) {
    long product = 1;
    for (int dim : dims) {
      product = Math.multiplyExact(product, (long) dim);
    }
    return product;
  }

  /** Sets the fields of a header one by one. */
  public static final class Builder {
    private NiftiVersion version = NiftiVersion.NIFTI_1;
    private ByteOrder byteOrder = ByteOrder.nativeOrder();
    private int[] dims;
    private NiftiDatatype datatype = NiftiDatatype.FLOAT32;
    private NiftiScaling scaling = NiftiScaling.NONE;
    private NiftiIntent intent = NiftiIntent.NONE;
    private NiftiSlices slices = NiftiSlices.UNKNOWN;
    private Orientation orientation = Orientation.unknown();
    private int xyztUnits = NiftiUnits.MM;
    private double timeOffset;
    private double calMin;
    private double calMax;
    private String descrip = "";
    private String auxFile = "";
    private List<NiftiExtension> extensions = List.of();

    private Builder(int[] dims) {
      dims(dims);
    }

    private Builder(NiftiHeader from) {
      version = from.version;
      byteOrder = from.byteOrder;
      dims = from.dims;
      datatype = from.datatype;
      scaling = from.scaling;
      intent = from.intent;
      slices = from.slices;
      orientation = from.orientation;
      xyztUnits = from.xyztUnits;
      timeOffset = from.timeOffset;
      calMin = from.calMin;
      calMax = from.calMax;
      descrip = from.descrip;
      auxFile = from.auxFile;
      extensions = from.extensions;
    }

    /** One to seven positive numbers of voxels, the fastest axis first. */
    public Builder dims(int... dims) {
      if (dims.length < 1 || dims.length > 7 || Arrays.stream(dims).anyMatch(dim -> dim < 1)) {
        throw new IllegalArgumentException(
            "dimensions "
                + Arrays.toString(dims)
                + " where one to seven positive numbers are expected");
      }
      this.dims = dims.clone();
      return this;
    }

    public Builder version(NiftiVersion version) {
      this.version = version;
      return this;
    }

    public Builder byteOrder(ByteOrder byteOrder) {
      this.byteOrder = byteOrder;
      return this;
    }

    public Builder datatype(NiftiDatatype datatype) {
      this.datatype = datatype;
      return this;
    }

    public Builder scaling(NiftiScaling scaling) {
      this.scaling = scaling;
      return this;
    }

    public Builder intent(NiftiIntent intent) {
      this.intent = intent;
      return this;
    }

    public Builder slices(NiftiSlices slices) {
      this.slices = slices;
      return this;
    }

    /**
     * {@code pixdim[1..]}: sizes along the first axes (the fourth is the repetition time). Call
     * after the affines.
     */
    public Builder voxelSizes(double... sizes) {
      if (sizes.length > 7) {
        throw new IllegalArgumentException(
            sizes.length + " voxel sizes where at most 7 are expected");
      }
      orientation = orientation.withVoxelSizes(sizes);
      return this;
    }

    /**
     * Sets the sform (and the first three voxel sizes, unless a qform is set).
     *
     * @param affine 4 x 4, 0-based voxel index to mm
     * @param code one of {@link NiftiXform}
     */
    public Builder sform(double[][] affine, int code) {
      orientation = orientation.withSform(affine, code);
      return this;
    }

    /**
     * Sets the qform and the first three voxel sizes. An affine with shear cannot be told by a
     * quaternion: the qform code is then 0.
     *
     * @param affine 4 x 4, 0-based voxel index to mm
     * @param code one of {@link NiftiXform}
     */
    public Builder qform(double[][] affine, int code) {
      orientation = orientation.withQform(affine, code);
      return this;
    }

    Builder orientation(Orientation orientation) {
      this.orientation = orientation;
      return this;
    }

    /** Two codes of {@link NiftiUnits}. */
    public Builder units(int spatial, int temporal) {
      return xyztUnits(spatial + temporal);
    }

    Builder xyztUnits(int xyztUnits) {
      this.xyztUnits = xyztUnits;
      return this;
    }

    public Builder timeOffset(double timeOffset) {
      this.timeOffset = timeOffset;
      return this;
    }

    /** {@code cal_min} and {@code cal_max}: the range that viewers should show. */
    public Builder calRange(double min, double max) {
      calMin = min;
      calMax = max;
      return this;
    }

    /** At most 80 characters of ISO 8859-1. */
    public Builder descrip(String descrip) {
      this.descrip = descrip;
      return this;
    }

    /** At most 24 characters of ISO 8859-1. */
    public Builder auxFile(String auxFile) {
      this.auxFile = auxFile;
      return this;
    }

    public Builder extensions(List<NiftiExtension> extensions) {
      this.extensions = extensions;
      return this;
    }

    /**
     * The finished header.
     *
     * @throws IllegalArgumentException if a field does not fit the version: its message names
     *     field, value and bounds
     */
    public NiftiHeader build() {
      var header = new NiftiHeader(this);
      HeaderEncoder.encode(header);
      requireCountable(dims);
      return header;
    }

    private static void requireCountable(int[] dims) {
      try {
        product(dims);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            "dimensions " + Arrays.toString(dims) + " have a product beyond 2^63", e);
      }
    }
  }
}
