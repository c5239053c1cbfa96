package org.mitchell.nifti;

/**
 * How the slices were acquired; carried along, never interpreted.
 *
 * @param dimInfo {@code dim_info}: which axes are frequency, phase and slice, two bits each
 * @param start {@code slice_start}, the first slice that {@code code} speaks of
 * @param end {@code slice_end}, the last one
 * @param code {@code slice_code}, the order of acquisition
 * @param duration {@code slice_duration}, in the temporal unit
 */
public record NiftiSlices(int dimInfo, long start, long end, int code, double duration) {
  /** Nothing is known of the slices. */
  public static final NiftiSlices UNKNOWN = new NiftiSlices(0, 0, 0, 0, 0);

  NiftiSlices storedAs(NiftiVersion version) {
    return new NiftiSlices(dimInfo, start, end, code, version.stored(duration));
  }
}
