package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Grayordinates.Form;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.maps.grayordinates.GrayordinateMaps;

/** Maps of GIFTI or CIFTI files of the same vertices and voxels. All are held. */
final class SurfaceImages implements ImageSource {
  /** BIDS's entity of the space, in names of files. */
  private static final Pattern SPACE = Pattern.compile("_space-([A-Za-z0-9]+)");

  private final GrayordinateMaps maps;

  private SurfaceImages(GrayordinateMaps maps) {
    this.maps = maps;
  }

  static SurfaceImages open(Form form, List<Path> files) throws IOException {
    for (Path file : files) {
      if (!GrayordinateMaps.form(file).equals(Optional.of(form))) {
        throw InputException.in(
            file,
            "of another form than %s. Images of one form are expected".formatted(files.get(0)));
      }
    }
    GrayordinateMaps maps = GrayordinateMaps.read(form, files);
    if (maps.labels()) {
      throw InputException.in(
          maps.file(),
          "labels of regions where images of trials are expected. An atlas is given as such, beside"
              + " images");
    }
    return new SurfaceImages(maps);
  }

  @Override
  public Path file() {
    return maps.file();
  }

  @Override
  public int images() {
    return maps.values().length;
  }

  @Override
  public int values() {
    return maps.models().count();
  }

  @Override
  public String unit() {
    return maps.form() == Form.GIFTI ? "vertex" : "grayordinate";
  }

  @Override
  public List<String> notes() {
    var notes = new ArrayList<>(maps.cautions());
    notes.add(maps.models().inWords());
    return notes;
  }

  @Override
  public float[] other(Path file, boolean nearest, String what) throws IOException {
    return GrayordinateMaps.one(file, maps.form(), maps.models(), what);
  }

  @Override
  public VoxelPlaces places(Columns columns, Optional<Space> space) {
    return Grayordinates.of(
        maps.form(), maps.models(), space.orElseGet(this::named), columns.indices());
  }

  /** These files name no space inside; their names may. */
  private Space named() {
    Matcher match = SPACE.matcher(maps.file().getFileName().toString());
    return match.find() ? Space.of(match.group(1)) : Space.INDIVIDUAL;
  }

  @Override
  public void read(Visitor visitor) {
    for (float[] map : maps.values()) {
      visitor.visit(map.clone());
    }
  }
}
