import java.nio.file.Path;
import org.mitchell.fmri.Affine;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;

/** Reads a map and prints where its highest value lies, in mm. */
public final class ReadMap {
  private ReadMap() {}

  public static void main(String[] args) throws Exception {
    NiftiImage map = NiftiReader.read(Path.of(args[0]));
    int[] dims = map.dims();
    double[] values = map.toDoubles();

    int highest = -1;
    for (int v = 0; v < dims[0] * dims[1] * dims[2]; v++) {
      // Outside the brain the maps hold NaN, which compares as not greater.
      if (highest < 0 ? !Double.isNaN(values[v]) : values[v] > values[highest]) {
        highest = v;
      }
    }
    double[] mm =
        Affine.of(map.affine())
            .toMm(highest % dims[0], highest / dims[0] % dims[1], highest / (dims[0] * dims[1]));
    System.out.printf(
        "%s: %d x %d x %d voxels%n", map.header().intent().name(), dims[0], dims[1], dims[2]);
    System.out.printf(
        "highest value %.3f at (%.1f, %.1f, %.1f) mm%n", values[highest], mm[0], mm[1], mm[2]);
  }
}
