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
 * @param stored as what it was read
 */
public record CorpusInput(
    String path, long bytes, String modified, String sha256, String hashed, Stored stored) {
  /** Of a small file, and on request. */
  public static final String ALL = "all";

  /** What tells large files apart quickly. */
  public static final String ENDS = "first and last MiB";

  /**
   * How a text is stored, as it was found or the user said.
   *
   * @param format the name of the format; empty where nobody has looked
   * @param compression its name; empty of what is not compressed
   * @param encoding its name; empty where the records of the text say it each
   */
  public record Stored(String format, String compression, String encoding) {
    /** Nobody has looked. */
    public static final Stored UNKNOWN = new Stored("", "", "");

    /** For a user: {@code jsonl (gzip, Shift_JIS)}. */
    public String words() {
      String how = encoding.equals("UTF-8") ? "" : encoding;
      String both = compression + (compression.isEmpty() || how.isEmpty() ? "" : ", ") + how;
      return both.isEmpty() ? format : format + " (" + both + ")";
    }
  }

  /** Of a text that nobody has looked into. */
  public CorpusInput(String path, long bytes, String modified, String sha256, String hashed) {
    this(path, bytes, modified, sha256, hashed, Stored.UNKNOWN);
  }

  /** The same text, stored so. */
  public CorpusInput as(Stored found) {
    return new CorpusInput(path, bytes, modified, sha256, hashed, found);
  }

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
    put(map, "format", stored.format());
    put(map, "compression", stored.compression());
    put(map, "encoding", stored.encoding());
    return map;
  }

  private static void put(Map<String, Object> map, String name, String value) {
    if (!value.isEmpty()) {
      map.put(name, value);
    }
  }
}
