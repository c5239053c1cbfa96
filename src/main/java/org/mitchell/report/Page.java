package org.mitchell.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that the template lays out.
 *
 * @param subtitle participants and version
 * @param simulated whether no brain was measured
 * @param style CSS of ours
 * @param script JavaScript of ours
 * @param niivue the viewer, if there is one and it has something to show
 * @param maps what the script needs to know of the maps, JSON that is safe inside a script element
 * @param colours the tables that its pictures have, likewise
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
    String colours,
    Map<String, String> images,
    List<Section> sections) {

  /** The scripts that run, as they stand in their elements. */
  List<String> scripts() {
    return niivue.map(viewer -> List.of(insideScript(viewer.script()), script)).orElse(List.of());
  }

  /**
   * What the page's policy (W3C Content Security Policy 3) allows to run: these scripts by their
   * hashes, and nothing that a name or a word might bring.
   */
  String scriptSources() {
    return scripts().isEmpty()
        ? "'none'"
        : scripts().stream().map(Page::hash).collect(Collectors.joining(" "));
  }

  /** As a browser computes it: of the text after parsing, which has plain line ends. */
  private static String hash(String script) {
    try {
      byte[] text = script.replaceAll("\\r\\n?", "\n").getBytes(StandardCharsets.UTF_8);
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(text);
      return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

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
