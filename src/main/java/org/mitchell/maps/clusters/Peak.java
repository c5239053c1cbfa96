package org.mitchell.maps.clusters;

/**
 * A local maximum of a map.
 *
 * @param column its voxel column
 * @param x in mm, as y and z
 * @param value the statistic there
 */
public record Peak(int column, double x, double y, double z, float value) {
  /** How far two peaks lie apart, in mm. */
  double distance(Peak other) {
    double dx = x - other.x;
    double dy = y - other.y;
    double dz = z - other.z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
