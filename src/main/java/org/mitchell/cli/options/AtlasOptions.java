package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.maps.atlas.Atlas;
import org.mitchell.maps.atlas.RegionAtlas;
import org.mitchell.maps.atlas.VertexAtlas;
import org.mitchell.study.Mapping;
import picocli.CommandLine.Option;

/** What anatomical names come from. */
public final class AtlasOptions {
  @Option(
      names = "--atlas",
      paramLabel = "FILE",
      description =
          "region numbers: a NIfTI image in the space of the maps, with --atlas-names; of surfaces"
              + " .label.gii or .annot of a hemisphere (the other's beside it) or .dlabel.nii, with"
              + " their own names")
  private Path atlas;

  @Option(
      names = "--atlas-names",
      paramLabel = "FILE",
      description =
          "names of the numbers: 'number name' a line, a colour table (FreeSurfer, FSLeyes,"
              + " ITK-SNAP), XML or a list of FSL or SPM, or a CSV or TSV with columns index and"
              + " name")
  private Path names;

  private List<Path> files = List.of();

  /** Before anything is read, so that a slip is said at once. */
  public void require() throws IOException {
    if (atlas == null && names != null) {
      throw new UsageException("--atlas-names goes with --atlas");
    }
    if (atlas != null && names == null && !(Files.exists(atlas) && VertexAtlas.isOne(atlas))) {
      throw new UsageException(
          "--atlas needs --atlas-names, a table of the regions' numbers and names");
    }
  }

  /** As {@link #require}, where regions are what the command is about. */
  public void requireGiven() throws IOException {
    require();
    if (atlas == null) {
      throw new UsageException("--atlas and --atlas-names are needed: what the regions are");
    }
  }

  public boolean isGiven() {
    return atlas != null;
  }

  public Optional<RegionAtlas> read(CommonOptions common) throws IOException {
    if (atlas == null) {
      return Optional.empty();
    }
    RegionAtlas read =
        names == null || VertexAtlas.isOne(atlas)
            ? VertexAtlas.read(atlas, Optional.ofNullable(names))
            : Atlas.read(atlas, names);
    files = read.files();
    read.cautions().forEach(caution -> common.note(atlas + ": " + caution));
    return Optional.of(read);
  }

  /** What voxels are named by; nothing without an atlas. */
  public Optional<Mapping.NamedAtlas> named(CommonOptions common) throws IOException {
    return read(common).map(read -> new Mapping.NamedAtlas(read, name(), read.files()));
  }

  /** The file of the regions, as it was typed; empty without one. */
  public String name() {
    return atlas == null ? "" : atlas.toString();
  }

  /** What was read, after it was. */
  public List<Path> files() {
    return files;
  }
}
