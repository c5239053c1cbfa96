package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Path;

/** A brain to be drawn in outline: a mask, or an anatomy without skull. */
public final class BrainOutline {
  private final String name;
  private final Volume brain;

  private BrainOutline(String name, Volume brain) {
    this.name = name;
    this.brain = brain;
  }

  /**
   * Reads a 3-D image whose voxels above zero are brain.
   *
   * @throws org.mitchell.files.InputException if there is none, or it does not lie where the map
   *     does
   */
  public static BrainOutline read(Path file, BrainMap map) throws IOException {
    Volume brain = BrainMapReader.mask(file);
    Underlay.requireMeeting(file, brain, map);
    return new BrainOutline(file.getFileName().toString(), brain);
  }

  String name() {
    return name;
  }

  Volume brain() {
    return brain;
  }
}
