package org.mitchell.maps.clusters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A local maximum of a map.
 *
 * @param column its voxel column
 * @param x in mm, as y and z
 * @param value the statistic there
 */
public record Peak(int column, double x, double y, double z, float value) {
  /** In mm; what lies at this distance or nearer is no peak of its own. */
  private static final double MINIMUM_DISTANCE = 8;

  private static final int MOST_PEAKS = 4;

  /** The same peak as that of another column. */
  Peak at(int other) {
    return new Peak(other, x, y, z, value);
  }

  /** How far two peaks lie apart, in mm. */
  double distance(Peak other) {
    double dx = x - other.x;
    double dy = y - other.y;
    double dz = z - other.z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /**
   * The peaks to report. nilearn goes through its peaks from the highest down, and each that it
   * keeps decides anew on all that are lower, overruling those before it; so the last one kept
   * above a peak is the only one whose distance counts.
   */
  static List<Peak> apart(List<Peak> peaks) {
    var sorted = new ArrayList<>(peaks);
    sorted.sort(Comparator.comparing(Peak::value).reversed());
    var kept = new ArrayList<Peak>();
    for (Peak peak : sorted) {
      if (kept.isEmpty() || kept.get(kept.size() - 1).distance(peak) > MINIMUM_DISTANCE) {
        kept.add(peak);
      }
    }
    return kept.subList(0, Math.min(MOST_PEAKS, kept.size()));
  }
}
