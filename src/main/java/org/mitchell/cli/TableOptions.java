package org.mitchell.cli;

import java.nio.charset.Charset;
import java.util.Optional;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.tables.Duplicates;
import org.mitchell.tables.TableRules;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How tables of text are read: features, responses, coordinates, categories and word lists. */
final class TableOptions {
  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = Encodings.class,
      description =
          "encoding of tables and word lists that are not UTF-8: ISO-8859-1 (Latin-1),"
              + " windows-1252, Shift_JIS, UTF-16, ... (default: such files are refused)")
  private Charset encoding;

  @Option(
      names = "--duplicates",
      paramLabel = "RULE",
      converter = Choices.DuplicateRules.class,
      completionCandidates = Choices.DuplicateRules.class,
      description =
          "of a word with several rows of other values in a feature table:"
              + " ${COMPLETION-CANDIDATES} (default: error)")
  private Duplicates duplicates = Duplicates.ERROR;

  Optional<Charset> encoding() {
    return Optional.ofNullable(encoding);
  }

  /** The rules for tables beside those of a fit: in its encoding where nobody names another. */
  TableRules rules(CommonOptions common, SavedFit fit) {
    return new TableRules(encoding().or(fit::encoding), duplicates, common::note);
  }

  /** The rules, and {@code common} told of what was made of a table. */
  TableRules rules(CommonOptions common) {
    return new TableRules(encoding(), duplicates, common::note);
  }

  /** Finds an encoding by any of its names. */
  static final class Encodings implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String text) {
      try {
        return Charset.forName(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "got '%s' where the name of an encoding is expected: UTF-8, ISO-8859-1, windows-1252, Shift_JIS, EUC-JP, GB18030, KOI8-R, UTF-16"
                .formatted(text));
      }
    }
  }
}
