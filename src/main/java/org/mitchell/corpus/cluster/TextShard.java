package org.mitchell.corpus.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.Layout;
import org.mitchell.corpus.formats.Shard;
import org.mitchell.files.InputException;

/**
 * A shard of a file that every machine of a cluster sees under the same path.
 *
 * @param text which text of the corpus, from 0
 * @param number which shard of it, from 0
 * @param size of the file in bytes, where the job was made
 * @param from its first stored byte; see {@link Shard}
 * @param to the stored byte after its last
 */
public record TextShard(
    int text, int number, String path, long size, Layout layout, long from, long to)
    implements Serializable {

  /** What messages call it. */
  String name() {
    return shard().name();
  }

  /**
   * The shard on this machine.
   *
   * @throws InputException if the file is not there, or is another one
   */
  Shard here() throws IOException {
    var file = new CorpusFile(Path.of(path));
    long sizeHere = file.size().orElse(-1);
    if (sizeHere != size) {
      throw InputException.in(
          file.file(),
          ("a machine of the cluster sees %s where %,d bytes are expected. All machines must see"
                  + " the same files under the same paths")
              .formatted(sizeHere < 0 ? "no such file" : "%,d bytes".formatted(sizeHere), size));
    }
    return shard();
  }

  private Shard shard() {
    return new Shard(new CorpusFile(Path.of(path)), layout, from, to);
  }
}
