package org.mitchell.maps.volumes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.mitchell.files.InputFiles;
import org.mitchell.nifti.NiftiException;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiReader;

/** A NIfTI image that is looked at volume by volume, and never held whole. */
public final class VolumeSeries {
  private VolumeSeries() {}

  /**
   * Reads all volumes once, in order.
   *
   * @param visitor takes each; axes behind the third, of one or more, are volumes
   * @return where the voxels lie
   * @throws org.mitchell.files.InputException if there is no such file, or it is CIFTI
   */
  public static VolumePlace read(Path file, NiftiReader.VolumeVisitor visitor) throws IOException {
    InputFiles.requireReadable(file);
    try {
      NiftiHeader header =
          NiftiReader.readVolumes(file, h -> VolumePlace.requireVolumes(file, h), visitor);
      return new VolumePlace(file, header);
    } catch (NiftiException e) {
      throw VolumePlace.named(file, e);
    }
  }

  /**
   * As {@link #read(Path, NiftiReader.VolumeVisitor)}, from a stream, which stays open.
   *
   * @param file whose bytes they are
   */
  public static VolumePlace read(InputStream stream, Path file, NiftiReader.VolumeVisitor visitor)
      throws IOException {
    try {
      NiftiHeader header =
          NiftiReader.readVolumes(
              stream, file.toString(), h -> VolumePlace.requireVolumes(file, h), visitor);
      return new VolumePlace(file, header);
    } catch (NiftiException e) {
      throw VolumePlace.named(file, e);
    }
  }
}
