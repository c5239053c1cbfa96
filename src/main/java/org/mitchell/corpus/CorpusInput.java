package org.mitchell.corpus;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which text was counted, as recorded beside the counts: enough to tell whether a file is still the
 * same one without reading all of it.
 *
 * @param path as given, or the name of what is no file
 * @param bytes as stored; -1 of a pipe
 * @param modified when the file was last written, ISO 8601 in UTC; empty of what is no file
 * @param sha256 lower-case hex, of the stored bytes that {@code hashed} tells; empty of a pipe
 * @param hashed which bytes: {@code first and last MiB}, or {@code all}
 */
public record CorpusInput(String path, long bytes, String modified, String sha256, String hashed) {
  /** Of a small file, and on request. */
  public static final String ALL = "all";

  /** What tells large files apart quickly. */
  public static final String ENDS = "first and last MiB";

  /** For JSON: the parts that are known, in a fixed order. */
  public Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("path", path);
    if (bytes >= 0) {
      map.put("bytes", bytes);
    }
    if (!modified.isEmpty()) {
      map.put("modified", modified);
    }
    if (!sha256.isEmpty()) {
      map.put("sha256", sha256);
      map.put("hashed", hashed);
    }
    return map;
  }
}
