package us.hebi.matlab.mat.util;

/**
 * Stands in for the class of the same name in mfl-core, the MATLAB file library, and says that
 * there is no {@code sun.misc.Unsafe}: the library then converts bytes by plain Java.
 *
 * <p>Its own class touches {@code Unsafe} when it is loaded. Newer Java versions print a warning
 * about that at the first MATLAB file, and announce that they will remove it; no setting of the
 * library or of a jar's manifest avoids it.
 */
final class UnsafeAccess {
  private UnsafeAccess() {}

  static boolean isAvailable() {
    return false;
  }

  static boolean allowUnalignedAccess() {
    return false;
  }
}
