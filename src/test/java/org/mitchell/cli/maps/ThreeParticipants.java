package org.mitchell.cli.maps;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;

/**
 * Small simulated brains a, b and c, of which c is the smallest, with their fits and an atlas.
 *
 * @param atlas labels 1, 2 and 7, left of the middle, right of it and in its plane
 * @param names of the labels
 */
record ThreeParticipants(SmallBrains brains, Path fits, Path atlas, Path names) {
  static ThreeParticipants in(Path folder) {
    var brains = new SmallBrains(folder);
    brains.simulate("a", 0.25);
    brains.simulate("b", 0.25);
    brains.simulate("c", 0.22);
    return new ThreeParticipants(
        brains,
        brains.fit("a,b,c"),
        brains.atlas(),
        brains.atlasNames("1 Left_half\n2 Right_half\n7 Middle\n"));
  }

  /** Runs a command of their fits that writes into a folder. */
  Ran run(String command, Path out, Object... more) {
    return Ran.mitchell(
        Stream.concat(Stream.of(command, "--model", fits, "--out", out), Arrays.stream(more))
            .toArray());
  }

  /** Words of a command line with the atlas and its names after them. */
  Object[] withAtlas(Object... words) {
    return Stream.concat(Arrays.stream(words), Stream.of("--atlas", atlas, "--atlas-names", names))
        .toArray();
  }
}
