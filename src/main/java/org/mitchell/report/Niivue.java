package org.mitchell.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The brain viewer that the build took from npm; nothing where there was no npm.
 *
 * @param script its JavaScript
 * @param licences its licence and those of what it contains
 */
record Niivue(String script, String licences) {
  private static final Pattern NAME = Pattern.compile("NiiVue [0-9.]+");

  static Optional<Niivue> ofThisBuild() throws IOException {
    Optional<String> script = resource("niivue/niivue.umd.js");
    Optional<String> licences = resource("niivue/LICENSES.txt");
    return script.flatMap(s -> licences.map(l -> new Niivue(s, l)));
  }

  /** With its version. */
  String name() {
    Matcher name = NAME.matcher(licences);
    return name.find() ? name.group() : "NiiVue";
  }

  static Optional<String> resource(String name) throws IOException {
    try (InputStream stream = Niivue.class.getResourceAsStream(name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
