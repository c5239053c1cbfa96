package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.maps.atlas.Atlas;
import org.mitchell.study.Mapping;
import picocli.CommandLine.Option;

/** What anatomical names come from. */
public final class AtlasOptions {
  @Option(
      names = "--atlas",
      paramLabel = "FILE",
      description = "NIfTI image of region numbers in the space of the maps; needs --atlas-names")
  private Path atlas;

  @Option(
      names = "--atlas-names",
      paramLabel = "FILE",
      description =
          "names of the numbers: 'number name' a line, a colour table (FreeSurfer, FSLeyes,"
              + " ITK-SNAP), XML or a list of FSL or SPM, or a CSV or TSV with columns index and"
              + " name")
  private Path names;

  /** Before anything is read, so that a slip is said at once. */
  public void require() {
    if ((atlas == null) != (names == null)) {
      throw new UsageException(
          atlas == null
              ? "--atlas-names goes with --atlas"
              : "--atlas needs --atlas-names, a table of the regions' numbers and names");
    }
  }

  /** As {@link #require}, where regions are what the command is about. */
  public void requireGiven() {
    require();
    if (atlas == null) {
      throw new UsageException("--atlas and --atlas-names are needed: what the regions are");
    }
  }

  public Optional<Atlas> read(CommonOptions common) throws IOException {
    if (atlas == null) {
      return Optional.empty();
    }
    Atlas read = Atlas.read(atlas, names);
    read.cautions().forEach(caution -> common.note(atlas + ": " + caution));
    return Optional.of(read);
  }

  /** What voxels are named by; nothing without an atlas. */
  public Optional<Mapping.NamedAtlas> named(CommonOptions common) throws IOException {
    return read(common).map(read -> new Mapping.NamedAtlas(read, name(), files()));
  }

  /** The file of the regions, as it was typed; empty without one. */
  public String name() {
    return atlas == null ? "" : atlas.toString();
  }

  public List<Path> files() {
    return atlas == null ? List.of() : List.of(atlas, names);
  }
}
