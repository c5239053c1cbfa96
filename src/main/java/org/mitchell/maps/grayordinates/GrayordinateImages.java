package org.mitchell.maps.grayordinates;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.cifti.BrainModel;
import org.mitchell.cifti.CiftiWriter;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Grayordinates.Form;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.gifti.VertexMapsWriter;
import org.mitchell.maps.StatMap;

/** Stat maps of grayordinates as files: one CIFTI file, or a GIFTI file a hemisphere. */
public final class GrayordinateImages {
  private GrayordinateImages() {}

  /** The hemispheres that GIFTI files of these places are of; none for CIFTI. */
  public static List<Hemisphere> hemispheres(Grayordinates places) {
    return places.form() == Form.CIFTI
        ? List.of()
        : places.models().models().stream().flatMap(model -> hemisphereOf(model).stream()).toList();
  }

  /**
   * The map as {@code .dscalar.nii}.
   *
   * @param elsewhere the value where there is no column
   */
  public static void writeCifti(
      StatMap map, Grayordinates places, float elsewhere, OutputStream stream) throws IOException {
    CiftiWriter.write(
        places.models(),
        map.volumeNames(),
        spread(map, places, elsewhere),
        map.description(),
        stream);
  }

  /** One hemisphere's part of the map as {@code .func.gii}. */
  public static void writeGifti(
      StatMap map, Grayordinates places, Hemisphere half, float elsewhere, OutputStream stream)
      throws IOException {
    int start = 0;
    int end = 0;
    for (BrainModel model : places.models().models()) {
      if (hemisphereOf(model).filter(half::equals).isPresent()) {
        start = end;
        end += model.count();
        break;
      }
      end += model.count();
    }
    float[][] own = spread(map, places, elsewhere);
    for (int v = 0; v < own.length; v++) {
      own[v] = Arrays.copyOfRange(own[v], start, end);
    }
    VertexMapsWriter.write(half, map.volumeNames(), own, map.description(), stream);
  }

  private static float[][] spread(StatMap map, Grayordinates places, float elsewhere) {
    return map.volumes().all(values -> places.spread(values, elsewhere));
  }

  /** The hemisphere that a structure is the cortex of; nothing for others. */
  public static Optional<Hemisphere> hemisphereOf(BrainModel model) {
    return switch (model.structure()) {
      case BrainModel.LEFT -> Optional.of(Hemisphere.LEFT);
      case BrainModel.RIGHT -> Optional.of(Hemisphere.RIGHT);
      default -> Optional.empty();
    };
  }
}
