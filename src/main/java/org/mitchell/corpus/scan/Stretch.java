package org.mitchell.corpus.scan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Neighbouring tokens of one context (a document, or a sentence) that may have more before or after
 * them. A hit is a token that bears a form of the vocabulary.
 *
 * @param tokens how many there are
 * @param head the hits that tokens before the stretch may meet: (kind, position from its start); of
 *     a whole-document window every kind instead, with how often it came
 * @param tail the hits that tokens after it may meet; empty for a whole-document window
 */
record Stretch(long tokens, Hits head, Hits tail) {
  /** No tokens. */
  static Stretch empty() {
    return new Stretch(0, new Hits(), new Hits());
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeLong(tokens);
    head.writeTo(out);
    tail.writeTo(out);
  }

  static Stretch readFrom(DataInput in) throws IOException {
    return new Stretch(in.readLong(), Hits.readFrom(in), Hits.readFrom(in));
  }
}
