package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.Shard;
import org.mitchell.corpus.formats.ShardNumber;

class ShardQueueTest {
  private static final int SHARDS = 300_000;

  /** While a thread takes shards, a state that is written down must have each once. */
  @Test
  void aShardIsNeverUntouchedAndTakenAtOnce() throws Exception {
    List<List<Shard>> shards = List.of(Collections.nCopies(SHARDS, null));
    var queue =
        new ShardQueue(
            shards,
            new ShardNumber(0, 0),
            Map.of(),
            (number, shard, segments) ->
                new ShardRun(number, shard, ReadingOptions.DEFAULT, 1, Damage.FAIL, segments));
    var taking = new Thread(() -> queue.workThrough(queue::remove));
    taking.start();
    int looks = 0;
    while (taking.isAlive()) {
      ShardQueue.Standing standing = queue.standing();
      assertThat(standing.open().keySet())
          .allSatisfy(open -> assertThat(open).isLessThan(standing.nextUntouched()));
      looks++;
    }
    taking.join();
    assertThat(looks).isGreaterThan(10);
    assertThat(queue.standing().open()).isEmpty();
    assertThat(queue.standing().nextUntouched()).isEqualTo(new ShardNumber(1, 0));
  }
}
