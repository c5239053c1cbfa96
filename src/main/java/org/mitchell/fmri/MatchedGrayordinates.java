package org.mitchell.fmri;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mitchell.cifti.BrainModel;
import org.mitchell.cifti.BrainModels;
import org.mitchell.fmri.Grayordinates.Form;

/**
 * CIFTI files that list other grayordinates, or the same in another order, as parts of one whole:
 * all vertices and voxels that any of them has, matched by structure and by vertex, or by voxel of
 * one box. GIFTI files beside them have all vertices of their meshes; what they share is CIFTI.
 */
final class MatchedGrayordinates {
  private static final int BITS = 21;

  private MatchedGrayordinates() {}

  /**
   * @return nothing where there is nothing to match, or they cannot be: surfaces of another number
   *     of vertices, boxes that differ, GIFTI files alone
   */
  static Optional<List<Grayordinates>> of(List<? extends PartOfWhole> parts) {
    var own = new ArrayList<Grayordinates>();
    for (PartOfWhole part : parts) {
      if (!(part instanceof Grayordinates one)) {
        return Optional.empty();
      }
      own.add(one);
    }
    if (own.stream().allMatch(one -> one.form() == Form.GIFTI)) {
      return Optional.empty();
    }
    BrainModels first = own.get(0).models();
    if (own.stream().allMatch(one -> first.isSame(one.models())) || !areOfOneKind(own)) {
      return Optional.empty();
    }
    BrainModels whole = whole(own);
    Map<String, Map<Long, Integer>> numbers = numbers(whole);
    return Optional.of(own.stream().map(one -> onto(one, whole, numbers)).toList());
  }

  private static boolean areOfOneKind(List<Grayordinates> own) {
    var vertices = new HashMap<String, Integer>();
    Optional<BrainModels.Box> box = Optional.empty();
    for (Grayordinates one : own) {
      for (BrainModel model : one.models().models()) {
        Integer former = vertices.putIfAbsent(model.structure(), model.vertices());
        if (former != null && former != model.vertices()) {
          return false;
        }
      }
      Optional<BrainModels.Box> other = one.models().volume();
      if (box.isPresent() && other.isPresent() && !box.get().isSame(other.get())) {
        return false;
      }
      box = box.or(() -> other);
    }
    return true;
  }

  /** Structures in the order in which they are met; vertices ascending, voxels as they are met. */
  private static BrainModels whole(List<Grayordinates> own) {
    var structures = new LinkedHashMap<String, Collection<Long>>();
    var vertices = new HashMap<String, Integer>();
    for (Grayordinates one : own) {
      for (BrainModel model : one.models().models()) {
        vertices.put(model.structure(), model.vertices());
        Collection<Long> places =
            structures.computeIfAbsent(
                model.structure(),
                s -> model.isSurface() ? new TreeSet<>() : new LinkedHashSet<>());
        IntStream.range(0, model.count()).forEach(n -> places.add(key(model, n)));
      }
    }
    var models = new ArrayList<BrainModel>();
    structures.forEach((structure, keys) -> models.add(model(structure, vertices, keys)));
    return new BrainModels(
        models, own.stream().flatMap(one -> one.models().volume().stream()).findFirst());
  }

  private static BrainModel model(
      String structure, Map<String, Integer> vertices, Collection<Long> keys) {
    boolean surface = vertices.get(structure) > 0;
    var places = new int[surface ? keys.size() : 3 * keys.size()];
    int at = 0;
    for (long key : keys) {
      if (surface) {
        places[at++] = (int) key;
      } else {
        long mask = (1L << BITS) - 1;
        places[at++] = (int) (key >> 2 * BITS);
        places[at++] = (int) (key >> BITS & mask);
        places[at++] = (int) (key & mask);
      }
    }
    return new BrainModel(structure, vertices.get(structure), places);
  }

  /** A vertex, or i, j and k in one number. */
  private static long key(BrainModel model, int number) {
    int[] places = model.places();
    return model.isSurface()
        ? places[number]
        : ((long) places[3 * number] << BITS | places[3 * number + 1]) << BITS
            | places[3 * number + 2];
  }

  private static Map<String, Map<Long, Integer>> numbers(BrainModels whole) {
    var numbers = new HashMap<String, Map<Long, Integer>>();
    int first = 0;
    for (BrainModel model : whole.models()) {
      var own = new HashMap<Long, Integer>();
      for (int n = 0; n < model.count(); n++) {
        own.put(key(model, n), first + n);
      }
      numbers.put(model.structure(), own);
      first += model.count();
    }
    return numbers;
  }

  private static Grayordinates onto(
      Grayordinates one, BrainModels whole, Map<String, Map<Long, Integer>> numbers) {
    var indices = new int[one.columns()];
    for (int column = 0; column < indices.length; column++) {
      Grayordinates.Place place = one.place(column);
      indices[column] =
          numbers.get(place.model().structure()).get(key(place.model(), place.number()));
    }
    return Grayordinates.of(Form.CIFTI, whole, one.space(), indices);
  }
}
