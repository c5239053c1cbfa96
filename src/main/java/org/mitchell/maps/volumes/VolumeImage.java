package org.mitchell.maps.volumes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.nifti.NiftiException;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;

/**
 * A NIfTI image as volumes of voxels. Further axes, of one or more, are volumes.
 *
 * @param place where the voxels lie
 * @param image the values
 */
public record VolumeImage(VolumePlace place, NiftiImage image) {
  /**
   * @throws InputException if there is no such file, or it is CIFTI
   */
  public static VolumeImage read(Path file) throws IOException {
    InputFiles.requireReadable(file);
    try {
      NiftiImage image = NiftiReader.read(file, header -> VolumePlace.requireVolumes(file, header));
      return new VolumeImage(new VolumePlace(file, image.header()), image);
    } catch (NiftiException e) {
      throw VolumePlace.named(file, e);
    }
  }

  /**
   * Reads from a stream, which stays open.
   *
   * @param name what error messages call it
   * @throws InputException if it is CIFTI
   */
  public static VolumeImage read(InputStream stream, Path name) throws IOException {
    NiftiImage image =
        NiftiReader.read(
            stream, name.toString(), header -> VolumePlace.requireVolumes(name, header));
    return new VolumeImage(new VolumePlace(name, image.header()), image);
  }

  public Path file() {
    return place.file();
  }

  /** Voxels of a volume. */
  public int voxels() {
    return Arrays.stream(place.dims()).reduce(1, Math::multiplyExact);
  }

  /**
   * This, if it has three axes of voxels and a single volume.
   *
   * @param expected what is expected in its place, and what to do
   * @throws InputException if it has fewer axes or more volumes
   */
  public VolumeImage single(String expected) {
    int[] dims = image.dims();
    if (dims.length < 3 || place.volumes() != 1) {
      throw InputException.in(
          file(), "a NIfTI image of %s voxels where %s".formatted(Arrays.toString(dims), expected));
    }
    return this;
  }

  /** The values of a volume, counted from 0, rounded to float; i fastest. */
  public float[] floats(int volume) {
    return image.floats(Math.multiplyExact(volume, voxels()), voxels());
  }
}
