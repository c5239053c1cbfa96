package org.mitchell.cli.options;

import java.nio.charset.Charset;
import java.util.Optional;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.files.EncodingName;
import org.mitchell.tables.Duplicates;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.UnknownWords;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How tables of text are read: features, responses, coordinates, categories and word lists. */
public final class TableOptions {
  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = Encodings.class,
      description =
          "encoding of tables and word lists that are not UTF-8: Latin-1,"
              + " windows-1252, Shift_JIS, UTF-16, ... (default: such files are refused)")
  private Charset encoding;

  @Option(
      names = "--duplicates",
      paramLabel = "RULE",
      description =
          "of a word with several rows of other values in a feature table:"
              + " ${COMPLETION-CANDIDATES} (default: error)")
  private Duplicates duplicates = Duplicates.ERROR;

  @Option(
      names = "--on-error",
      paramLabel = "RULE",
      description =
          "of a row of features or word vectors that cannot be read: ${COMPLETION-CANDIDATES};"
              + " skip leaves it out and says so (default: fail)")
  private OnError onError = OnError.FAIL;

  @Option(
      names = "--oov",
      paramLabel = "RULE",
      description =
          "of a word that a file of word vectors does not have: ${COMPLETION-CANDIDATES} (default:"
              + " subword for a fastText .bin, else drop)")
  private UnknownWords unknown;

  Optional<Charset> encoding() {
    return Optional.ofNullable(encoding);
  }

  /** The rules for tables beside those of a fit: in its encoding where nobody names another. */
  public TableRules rules(CommonOptions common, SavedFit fit) {
    return rules(encoding().or(fit::encoding), common);
  }

  /** The rules, and {@code common} told of what was made of a table. */
  public TableRules rules(CommonOptions common) {
    return rules(encoding(), common);
  }

  private TableRules rules(Optional<Charset> encoding, CommonOptions common) {
    return new TableRules(
        encoding, duplicates, common::note, onError == OnError.SKIP, Optional.ofNullable(unknown));
  }

  /** Finds an encoding by any of its names. */
  public static final class Encodings implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String text) {
      return EncodingName.find(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "got '%s' where the name of an encoding is expected: UTF-8, Latin-1, windows-1252, Shift_JIS, EUC-JP, GB18030, KOI8-R, UTF-16"
                          .formatted(text)));
    }
  }
}
