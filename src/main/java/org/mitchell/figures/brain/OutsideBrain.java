package org.mitchell.figures.brain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which voxels of a map without a mask have no value.
 *
 * <p>Values that are not finite are none, whatever the rest are. Zero is none where it surrounds
 * the brain, as programs write that know no NaN: where more of the voxels on the six faces of the
 * box are zero than are not finite. So no few voxels decide for the others. A map whose JSON says
 * that NaN is outside has it so.
 */
final class OutsideBrain {
  private final Volume map;
  private final MapLabels.Kind kind;
  private final boolean zeroIsOutside;

  /**
   * @param map as it is stored
   * @param nanIsSaid whether the file says that NaN is outside
   */
  OutsideBrain(Volume map, MapLabels.Kind kind, boolean nanIsSaid) {
    this.map = map;
    this.kind = kind;
    this.zeroIsOutside = !nanIsSaid && zeroSurrounds(map);
  }

  /** The map with NaN where there is no value. */
  Volume removed() {
    return with(value -> isValue(value) && !(zeroIsOutside && value == 0));
  }

  /** The map with NaN where the number is none; zero is a value. */
  Volume withoutNonValues() {
    return with(this::isValue);
  }

  /** What a user would otherwise take for data, or miss. */
  List<String> cautions() {
    var cautions = new ArrayList<String>();
    float[] values = map.values();
    int infinite = count(values, i -> Float.isInfinite(values[i]));
    int nan = zeroIsOutside ? count(values, i -> Float.isNaN(values[i])) : 0;
    int improbable = count(values, i -> Float.isFinite(values[i]) && !isValue(values[i]));
    if (infinite + nan > 0) {
      cautions.add(
          "%,d %s no finite value and %s not shown"
              .formatted(
                  infinite + nan,
                  infinite + nan == 1 ? "voxel has" : "voxels have",
                  infinite + nan == 1 ? "is" : "are"));
    }
    if (improbable > 0) {
      cautions.add(
          "%,d %s a p outside 0 to 1 and %s not shown"
              .formatted(
                  improbable,
                  improbable == 1 ? "voxel has" : "voxels have",
                  improbable == 1 ? "is" : "are"));
    }
    return cautions;
  }

  private boolean isValue(float value) {
    return Float.isFinite(value) && (kind != MapLabels.Kind.P || value >= 0 && value <= 1);
  }

  /** Keeps some values. */
  @FunctionalInterface
  private interface Kept {
    boolean test(float value);
  }

  private Volume with(Kept kept) {
    float[] values = map.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = kept.test(values[i]) ? values[i] : Float.NaN;
    }
    return new Volume(map.dims(), map.affine(), values);
  }

  private static boolean zeroSurrounds(Volume map) {
    float[] values = map.values();
    int[] dims = map.dims();
    IntPredicate face =
        i ->
            isEnd(i % dims[0], dims[0])
                || isEnd(i / dims[0] % dims[1], dims[1])
                || isEnd(i / dims[0] / dims[1], dims[2]);
    int zeros = count(values, i -> values[i] == 0 && face.test(i));
    int others = count(values, i -> !Float.isFinite(values[i]) && face.test(i));
    if (zeros + others == 0) {
      // A map that fills its box has no outside to ask.
      zeros = count(values, i -> values[i] == 0);
      others = count(values, i -> !Float.isFinite(values[i]));
    }
    return zeros > others;
  }

  private static boolean isEnd(int index, int count) {
    return index == 0 || index == count - 1;
  }

  private static int count(float[] values, IntPredicate counted) {
    return (int) IntStream.range(0, values.length).filter(counted).count();
  }
}
