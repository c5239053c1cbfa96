package org.mitchell.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A map inside the report, as the viewer shows it.
 *
 * @param id of the element that holds its bytes
 * @param owner the participant, or participants
 * @param statistic as its sidecar names it
 * @param isP whether values are shown as minus the decimal logarithm of p
 * @param signed whether there are negative values to colour
 * @param threshold where the slider begins
 * @param highest the largest magnitude in it
 * @param volumes names of its volumes; empty where it has one
 * @param peak where the largest magnitude of the first volume is, in mm
 * @param background id of the image below it; empty for none
 * @param base64 a .nii.gz
 */
record ViewerMap(
    String id,
    String owner,
    String name,
    String statistic,
    String description,
    boolean isP,
    boolean signed,
    double threshold,
    double highest,
    List<String> volumes,
    List<Double> peak,
    String background,
    String base64) {
  ViewerMap {
    volumes = List.copyOf(volumes);
    peak = List.copyOf(peak);
  }

  /** What the script needs to know. */
  Map<String, Object> forScript() {
    var known = new LinkedHashMap<String, Object>();
    known.put("id", id);
    known.put("owner", owner);
    known.put("name", name);
    known.put("statistic", statistic);
    known.put("description", description);
    known.put("isP", isP);
    known.put("signed", signed);
    known.put("threshold", threshold);
    known.put("highest", highest);
    known.put("volumes", volumes);
    known.put("peak", peak);
    known.put("background", background);
    return known;
  }
}
