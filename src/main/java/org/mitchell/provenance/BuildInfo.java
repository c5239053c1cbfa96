package org.mitchell.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * Which build of the program is running.
 *
 * @param version the release, such as 0.1.0, or {@value #UNKNOWN}
 * @param commit the abbreviated git commit it was built from, or {@value #UNKNOWN}
 */
public record BuildInfo(String version, String commit) {
  /** What stands for a version or commit that the build did not know. */
  public static final String UNKNOWN = "unknown";

  private static final String RESOURCE = "build.properties";

  /** The running build. Never fails: what cannot be told is {@value #UNKNOWN}. */
  public static BuildInfo current() {
    try (InputStream resource = BuildInfo.class.getResourceAsStream(RESOURCE)) {
      return read(Optional.ofNullable(resource));
    } catch (IOException e) {
      return new BuildInfo(UNKNOWN, UNKNOWN);
    }
  }

  /** Reads the keys {@code version} and {@code commit}. */
  static BuildInfo read(Optional<InputStream> resource) {
    var properties = new Properties();
    if (resource.isPresent()) {
      try {
        properties.load(new InputStreamReader(resource.get(), StandardCharsets.UTF_8));
      } catch (IOException | IllegalArgumentException e) {
        // No build information is no reason to refuse an analysis.
        properties.clear();
      }
    }
    return new BuildInfo(value(properties, "version"), value(properties, "commit"));
  }

  private static String value(Properties properties, String key) {
    String value = properties.getProperty(key, "").strip();
    boolean unfilled = value.isEmpty() || value.startsWith("${");
    return unfilled ? UNKNOWN : value;
  }
}
