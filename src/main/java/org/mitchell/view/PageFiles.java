package org.mitchell.view;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the page: these and no others, from the class path, read once. */
final class PageFiles {
  private static final String NIIVUE = "niivue.js";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final List<String> SCRIPTS =
      List.of(
          "bars.js",
          "beside.js",
          "brains.js",
          "colours.js",
          "glass.js",
          "identify.js",
          "images.js",
          "keys.js",
          "link.js",
          "panel.js",
          "server.js",
          "surface.js",
          "text.js",
          "view.js",
          "voxel.js");
  private static final List<PageFile> ALL =
      Stream.concat(
              Stream.of(
                  new PageFile("", "text/html; charset=utf-8", "view.html"),
                  new PageFile("view.css", "text/css; charset=utf-8", "view.css"),
                  new PageFile("surface", "text/html; charset=utf-8", "surface.html"),
                  new PageFile("surface.css", "text/css; charset=utf-8", "surface.css"),
                  new PageFile("icon.svg", "image/svg+xml", "icon.svg"),
                  new PageFile(NIIVUE, SCRIPT, "/org/mitchell/report/niivue/niivue.umd.js")),
              SCRIPTS.stream().map(name -> new PageFile(name, SCRIPT, name)))
          .toList();

  private final Map<String, Answer> files;

  private PageFiles(Map<String, Answer> files) {
    this.files = files;
  }

  /** What the page asks for by a name, and where it is on the class path. */
  private record PageFile(String name, String type, String resource) {}

  static PageFiles ofThisBuild() throws IOException {
    var files = new HashMap<String, Answer>();
    for (PageFile file : ALL) {
      try (InputStream stream = PageFiles.class.getResourceAsStream(file.resource)) {
        if (stream != null) {
          files.put(file.name, Answer.of(file.type, stream.readAllBytes()));
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
    return Optional.ofNullable(files.get(name));
  }
}
