package org.mitchell.corpus.language;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.mitchell.files.InputException;

/** In which language texts are, as far as their words depend on it. */
public enum Language {
  /** Any: a word is a letter and the letters and marks behind it. */
  ANY,
  /** Japanese, which is written without spaces. */
  JA;

  private static final String JAPANESE = "com.atilika.kuromoji.ipadic.Tokenizer";

  /** The name in options and files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What cuts its words.
   *
   * @param baseForms whether words have the form under which a dictionary has them
   * @throws InputException if the dictionary is not there; the message says how to get it
   */
  WordCutter cutter(boolean baseForms) {
    return switch (this) {
      case ANY -> WordCutter.NONE;
      case JA -> japanese(baseForms);
    };
  }

  private static WordCutter japanese(boolean baseForms) {
    try {
      Class.forName(JAPANESE, false, Language.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new InputException(
          ("Japanese texts need the dictionary of kuromoji, 13 MB, which is not there. Put"
                  + " kuromoji-core-0.9.0.jar and kuromoji-ipadic-0.9.0.jar (Maven Central,"
                  + " com.atilika.kuromoji) into %s; in a checkout: mvn -q"
                  + " dependency:copy-dependencies -DincludeGroupIds=com.atilika.kuromoji"
                  + " -DoutputDirectory=%<s")
              .formatted(place()));
    }
    return new JapaneseWords(baseForms);
  }

  /** The folder beside the program where its jar looks for the dictionary. */
  private static Path place() {
    var source = Language.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI()).resolveSibling("kuromoji");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
