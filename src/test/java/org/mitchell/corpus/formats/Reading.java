package org.mitchell.corpus.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is read of stored bytes when damage is passed over.
 *
 * @param content the content of all pieces of all shards
 * @param offsets where damage was found
 * @param problems what it was
 * @param consumed how many stored bytes were told of
 */
record Reading(String content, List<Long> offsets, List<String> problems, long consumed) {
  /** Bytes in memory as a source. */
  record Memory(byte[] bytes) implements TextSource {
    @Override
    public String name() {
      return "memory";
    }

    @Override
    public OptionalLong size() {
      return OptionalLong.of(bytes.length);
    }

    @Override
    public InputStream open(long offset) {
      return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
    }
  }

  /** Reads bytes in pieces and shards of these sizes, as far as they are read in any. */
  static Reading of(byte[] stored, CorpusFormat format, int pieceSize, long shardSize)
      throws IOException {
    var source = new Memory(stored);
    var layout = Layout.of(source, ReadingOptions.DEFAULT.as(format));
    var content = new ByteArrayOutputStream();
    var offsets = new ArrayList<Long>();
    var problems = new ArrayList<String>();
    var consumed = new long[1];
    var piece = new Piece();
    for (var shard : Shard.of(source, layout, shardSize)) {
      try (var reader =
          shard.open(ReadingOptions.DEFAULT, pieceSize, more -> consumed[0] += more)) {
        for (boolean more = true; more; ) {
          try {
            more = reader.next(piece);
            content.write(piece.buffer(), 0, more ? piece.length() : 0);
          } catch (DamagedContent e) {
            offsets.add(e.offset());
            problems.add(e.getMessage());
          }
        }
      }
    }
    return new Reading(content.toString(StandardCharsets.UTF_8), offsets, problems, consumed[0]);
  }

  /** In one shard. */
  static Reading of(byte[] stored, CorpusFormat format) throws IOException {
    return of(stored, format, 1 << 16, Long.MAX_VALUE / 2);
  }

  boolean isWhole() {
    return problems.isEmpty();
  }
}
