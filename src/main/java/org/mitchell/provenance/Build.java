package org.mitchell.provenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of the program this is. */
public final class Build {
  private static final String UNKNOWN = "unknown";

  private Build() {}

  /** The version, such as 0.1.0; {@code unknown} outside a Maven build. */
  public static String version() {
    return property("version");
  }

  /** The abbreviated git commit of the sources; {@code unknown} when they were not in a git checkout. */
  public static String commit() {
    return property("commit");
  }

  private static String property(String name) {
    var properties = new Properties();
    try (var stream = Build.class.getResourceAsStream("build.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String value = properties.getProperty(name, "");
    return value.isEmpty() || value.startsWith("${") ? UNKNOWN : value;
  }
}
