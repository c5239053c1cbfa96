package org.mitchell.corpus.formats;

/** Tells the format of content from its beginning. */
final class FormatDetector {
  private FormatDetector() {}

  static CorpusFormat detect(byte[] beginning) {
    return CorpusFormat.TEXT;
  }
}
