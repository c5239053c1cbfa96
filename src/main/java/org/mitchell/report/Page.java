package org.mitchell.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the template lays out.
 *
 * @param subtitle participants and version
 * @param simulated whether no brain was measured
 * @param style CSS of ours
 * @param script JavaScript of ours
 * @param niivue the viewer, if there is one and it has something to show
 * @param maps what the script needs to know of the maps, JSON that is safe inside a script element
 * @param images base64 of .nii.gz files by the id of their element
 */
record Page(
    String title,
    String subtitle,
    boolean simulated,
    String style,
    String script,
    Optional<Niivue> niivue,
    String maps,
    Map<String, String> images,
    List<Section> sections) {

  /** JavaScript that no HTML parser ends early. */
  static String insideScript(String javaScript) {
    return javaScript.replaceAll("(?i)</(script)", "<\\\\/$1").replace("<!--", "<\\!--");
  }

  /** JSON without what could end the element that holds it. */
  static String jsonInsideScript(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
