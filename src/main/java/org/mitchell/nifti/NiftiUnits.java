package org.mitchell.nifti;

/** Codes of {@code xyzt_units}: one spatial unit plus one temporal unit. */
public final class NiftiUnits {
  public static final int UNKNOWN = 0;
  public static final int METER = 1;
  public static final int MM = 2;
  public static final int MICRON = 3;
  public static final int SEC = 8;
  public static final int MSEC = 16;
  public static final int USEC = 24;
  public static final int HZ = 32;
  public static final int PPM = 40;
  public static final int RADS = 48;

  /** The bits of {@code xyzt_units} that hold the spatial unit. */
  private static final int SPATIAL = 7;

  /** The bits of {@code xyzt_units} that hold the temporal unit. */
  private static final int TEMPORAL = 56;

  private NiftiUnits() {}

  /** How many mm the spatial unit of {@code xyzt_units} is; 1 where it is unknown. */
  public static double mm(int xyztUnits) {
    return switch (xyztUnits & SPATIAL) {
      case METER -> 1_000;
      case MICRON -> 1e-3;
      default -> 1;
    };
  }

  /** How many seconds the temporal unit of {@code xyzt_units} is; 1 where it is unknown. */
  public static double seconds(int xyztUnits) {
    return switch (xyztUnits & TEMPORAL) {
      case MSEC -> 1e-3;
      case USEC -> 1e-6;
      default -> 1;
    };
  }
}
