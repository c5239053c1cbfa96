package org.mitchell.corpus.formats;

import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/** Hears of input that cannot be read as what it is. Safe to call from several threads. */
public interface Damage {
  /** Damage ends the counting. */
  Damage FAIL =
      (source, offset, problem) -> {
        throw new InputException(
            "%s: at byte %,d: %s. %s"
                .formatted(source, offset, problem, Remedy.SKIP_DAMAGED.words()));
      };

  /**
   * Something of a source is not counted; returns if the counting is to go on behind it.
   *
   * @param source its name
   * @param offset where in the content, in bytes; of the content after inflation
   * @param problem what was found and what was expected
   */
  void found(String source, long offset, String problem);
}
