package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A brain to be drawn in outline: a mask, or an anatomy without skull. */
public final class BrainOutline {
  private final String name;
  private final Volume brain;
  private final List<String> cautions;

  private BrainOutline(String name, Volume brain, List<String> cautions) {
    this.name = name;
    this.brain = brain;
    this.cautions = List.copyOf(cautions);
  }

  /**
   * Reads a 3-D image whose voxels above zero are brain.
   *
   * @throws org.mitchell.files.InputException if there is none, or it does not lie where the map
   *     does
   */
  public static BrainOutline read(Path file, BrainMap map) throws IOException {
    BrainMapReader.Companion read = BrainMapReader.maskBeside(map, file);
    Underlay.requireMeeting(file, read.volume(), map);
    return new BrainOutline(file.getFileName().toString(), read.volume(), read.cautions());
  }

  String name() {
    return name;
  }

  /** What must be known of where it lies. */
  public List<String> cautions() {
    return cautions;
  }

  Volume brain() {
    return brain;
  }
}
