package org.mitchell.view;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of the page: these and no others, from the class path, read once. */
final class PageFiles {
  private static final String NIIVUE = "niivue.js";
  private static final Map<String, String> TYPES =
      Map.of(
          "",
          "text/html; charset=utf-8",
          "view.css",
          "text/css; charset=utf-8",
          "view.js",
          "text/javascript; charset=utf-8",
          "brains.js",
          "text/javascript; charset=utf-8",
          "icon.svg",
          "image/svg+xml",
          NIIVUE,
          "text/javascript; charset=utf-8");
  private static final Map<String, String> RESOURCES =
      Map.of("", "view.html", NIIVUE, "/org/mitchell/report/niivue/niivue.umd.js");

  private final Map<String, byte[]> files;

  private PageFiles(Map<String, byte[]> files) {
    this.files = files;
  }

  static PageFiles ofThisBuild() throws IOException {
    var files = new HashMap<String, byte[]>();
    for (String name : TYPES.keySet()) {
      String resource = RESOURCES.getOrDefault(name, name);
      try (InputStream stream = PageFiles.class.getResourceAsStream(resource)) {
        if (stream != null) {
          files.put(name, stream.readAllBytes());
        }
      }
    }
    return new PageFiles(files);
  }

  /** Whether this build has the brain viewer, which it takes from npm. */
  boolean hasViewer() {
    return files.containsKey(NIIVUE);
  }

  Optional<Answer> file(String name) {
    return Optional.ofNullable(files.get(name)).map(bytes -> Answer.of(TYPES.get(name), bytes));
  }
}
