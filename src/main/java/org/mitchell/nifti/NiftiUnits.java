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

  private NiftiUnits() {}
}
