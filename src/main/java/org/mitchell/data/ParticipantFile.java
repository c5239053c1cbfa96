package org.mitchell.data;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file that, by its name, holds the responses of a participant.
 *
 * @param label the participant's label, as in {@code --subject}
 * @param path where the file is
 * @param bytes its size
 * @param format what the name says about the format; the content may say otherwise
 */
public record ParticipantFile(String label, Path path, long bytes, Format format) {
  /** Formats that a file's name can promise. */
  public enum Format {
    /** MATLAB's .mat in the layout of the public data. */
    MATLAB,
    /** A table with blanks or tabs between its columns. */
    TXT,
    /** A table with commas between its columns. */
    CSV,
    /** A table with tabs between its columns. */
    TSV,
    /** The name says nothing. */
    UNKNOWN;

    static Format of(Path path) {
      String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
      String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
      return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
        case "mat" -> MATLAB;
        case "txt" -> TXT;
        case "csv" -> CSV;
        case "tsv" -> TSV;
        default -> UNKNOWN;
      };
    }
  }
}
