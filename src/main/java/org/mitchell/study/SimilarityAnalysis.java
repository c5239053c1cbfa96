package org.mitchell.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.derivatives.SimilarityRecord;
import org.mitchell.evaluation.stability.MostStable;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.PartOfWhole;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.atlas.Region;
import org.mitchell.maps.atlas.RegionAtlas;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.similarity.Dissimilarities;
import org.mitchell.similarity.Distance;
import org.mitchell.similarity.ImageDistances;
import org.mitchell.similarity.SimilarityComparison;
import org.mitchell.similarity.SimilarityPlan;
import org.mitchell.text.Counted;

/** Sets feature spaces beside participants' images by the distances between words. */
public final class SimilarityAnalysis {
  /** What there is where no atlas divides the brain. */
  public static final String WHOLE = "brain";

  private final Request request;
  private final List<Responses> participants;
  private final Images images;
  private final Listener listener;
  private final Workers workers;

  /** Participants with all their voxels, of which only one need be in memory at a time. */
  @FunctionalInterface
  public interface Images {
    /** The responses of a participant, by its number, to the words that are compared. */
    Responses of(int participant) throws IOException;
  }

  /**
   * What is asked for.
   *
   * @param distance of images
   * @param featureDistance of feature vectors
   * @param voxels how many of a participant's most stable ones are compared where there is no
   *     atlas; nothing for all
   * @param atlas whose regions are compared one by one
   * @param fewestVoxels what a region must have in every participant
   * @param radius of a searchlight in mm, where one is wanted
   * @param meshes along which it is measured on surfaces
   */
  public record Request(
      Distance distance,
      Distance featureDistance,
      OptionalInt voxels,
      Optional<RegionAtlas> atlas,
      int fewestVoxels,
      OptionalDouble radius,
      Optional<CorticalMeshes> meshes,
      SimilarityPlan plan) {}

  private SimilarityAnalysis(
      Request request,
      List<Contender> contenders,
      Images images,
      Listener listener,
      Workers workers) {
    this.request = request;
    this.participants =
        contenders.get(0).participants().stream().map(SharedWords::responses).toList();
    this.images = images;
    this.listener = listener;
    this.workers = workers;
  }

  /**
   * @param contenders feature spaces, all with the same participants and words; one voxel of a
   *     participant is enough
   * @param images the same participants with all voxels
   * @throws InputException if there are too few words, features without distances, or voxels
   *     without a place where one is needed
   */
  public static SimilarityRecord.Found of(
      Request request,
      List<Contender> contenders,
      Images images,
      Listener listener,
      Workers workers)
      throws IOException {
    return new SimilarityAnalysis(request, contenders, images, listener, workers).run(contenders);
  }

  private SimilarityRecord.Found run(List<Contender> contenders) throws IOException {
    requireWords(participants.get(0));
    Optional<SimilaritySearchlight> searchlight = searchlight();
    participants.forEach(one -> searchlight.ifPresent(light -> light.requireMeshes(one)));
    Map<String, Dissimilarities> spaces = spaces(contenders);
    var brains = new ArrayList<Map<Integer, Part>>();
    for (int k = 0; k < participants.size(); k++) {
      brains.add(parts(images.of(k)));
    }
    List<Place> places = places(brains);
    List<Place> large = places.stream().filter(this::isLarge).toList();
    if (large.isEmpty()) {
      throw new InputException(
          "no region has %s or more in every participant. Take fewer"
              .formatted(Counted.of(request.fewestVoxels, "voxel")));
    }
    List<SimilarityRecord.Place> compared = compared(large, spaces);
    return new SimilarityRecord.Found(
        participants,
        spaces,
        request.atlas.isPresent() ? List.of() : large.get(0).distances(),
        compared,
        places.size() - large.size(),
        request.radius,
        searchlights(searchlight, spaces));
  }

  private Optional<SimilaritySearchlight> searchlight() {
    return request.radius.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SimilaritySearchlight(
                request.radius.getAsDouble(),
                request.meshes,
                request.distance,
                request.plan,
                listener,
                workers));
  }

  /**
   * What words and presentations have to be, before images are made of them.
   *
   * @throws InputException if there are too few words, or presentations for the distance
   */
  public static void require(Responses responses, Distance distance) {
    requireWords(responses);
    ImageDistances.require(responses, distance);
  }

  private static void requireWords(Responses responses) {
    int words = responses.words().size();
    if (words < SimilarityComparison.FEWEST_WORDS) {
      throw new InputException(
          "got %s where %d or more are expected: fewer have too few pairs to compare"
              .formatted(Counted.of(words, "word"), SimilarityComparison.FEWEST_WORDS));
    }
  }

  /**
   * A place in one participant.
   *
   * @param distances between the words; nothing where there are too few voxels
   */
  private record Part(String name, int voxels, Optional<Dissimilarities> distances) {}

  /** A place in the participants that have it. */
  private record Place(String name, List<Part> parts) {
    List<Dissimilarities> distances() {
      return parts.stream().flatMap(part -> part.distances.stream()).toList();
    }
  }

  /** By labels of the atlas, in the order in which they are met. */
  private static List<Place> places(List<Map<Integer, Part>> brains) {
    var places = new LinkedHashMap<Integer, Place>();
    for (Map<Integer, Part> brain : brains) {
      brain.forEach(
          (label, part) ->
              places
                  .computeIfAbsent(label, first -> new Place(part.name, new ArrayList<>()))
                  .parts
                  .add(part));
    }
    return List.copyOf(places.values());
  }

  private boolean isLarge(Place place) {
    return place.distances().size() == participants.size();
  }

  private Map<String, Dissimilarities> spaces(List<Contender> contenders) {
    var spaces = new LinkedHashMap<String, Dissimilarities>();
    for (Contender contender : contenders) {
      double[][] features = contender.participants().get(0).rawFeatures();
      Distance distance =
          contender.baseline()
              ? Distance.EUCLIDEAN
              : featureDistance(request.featureDistance, features[0].length);
      if (distance != request.featureDistance && !contender.baseline()) {
        listener.note(
            "%s: Euclidean distances, as %s %s no %s"
                .formatted(
                    contender.name(),
                    Counted.of(features[0].length, "feature"),
                    Counted.verb(features[0].length, "has", "have"),
                    name(request.featureDistance)));
      }
      Dissimilarities distances = distance.of(features);
      requireDistances(contender, distance, distances);
      spaces.put(contender.name(), distances);
    }
    return spaces;
  }

  /**
   * One column or two have no correlation that says more than which way they lean, and one has no
   * direction but its sign.
   *
   * @param columns of a feature space
   * @return by which its words are compared where a distance is asked for
   */
  public static Distance featureDistance(Distance asked, int columns) {
    return switch (asked) {
      case CORRELATION -> columns < 3 ? Distance.EUCLIDEAN : asked;
      case COSINE -> columns < 2 ? Distance.EUCLIDEAN : asked;
      default -> asked;
    };
  }

  private static void requireDistances(
      Contender contender, Distance distance, Dissimilarities distances) {
    List<String> without =
        undefined(contender.participants().get(0).responses().words(), distances);
    if (!without.isEmpty()) {
      throw new InputException(
          "%s: %s %s the same value in all features, which leaves no %s"
              .formatted(
                  contender.name(),
                  String.join(", ", without),
                  Counted.verb(without.size(), "has", "have"),
                  name(distance)),
          Remedy.EUCLIDEAN_FEATURES);
    }
    if (!distances.informative()) {
      throw new InputException(
          "%s: its %s distances between words are all the same: there is nothing to compare"
              .formatted(contender.name(), name(distance)));
    }
  }

  /** Words without a distance from any other. */
  private static List<String> undefined(List<String> words, Dissimilarities distances) {
    return IntStream.range(0, words.size())
        .filter(distances::isUndefinedOf)
        .mapToObj(words::get)
        .toList();
  }

  private static String name(Distance distance) {
    return distance.name().toLowerCase(Locale.ROOT);
  }

  /** The most stable voxels, chosen by the images alone; all where none are chosen. */
  private int[] columns(Responses responses) {
    int[] all = IntStream.range(0, responses.voxels()).toArray();
    if (request.voxels.isEmpty() || request.voxels.getAsInt() >= all.length) {
      return all;
    }
    if (responses.commonPresentations() < 2) {
      listener.note(
          "%s: all %,d voxels, as words with one presentation have no stability"
              .formatted(responses.participant(), all.length));
      return all;
    }
    return MostStable.columns(
        Stability.overAllWords(responses, workers), request.voxels.getAsInt());
  }

  /** The regions of a participant, or its whole brain, by the label of the atlas. */
  private Map<Integer, Part> parts(Responses responses) {
    ImageDistances distances = distances(responses);
    var parts = new LinkedHashMap<Integer, Part>();
    if (request.atlas.isEmpty()) {
      int[] columns = columns(responses);
      parts.put(0, new Part(WHOLE, columns.length, Optional.of(distances.of(columns))));
      return parts;
    }
    for (Region region : request.atlas.get().regions(places(responses)).regions()) {
      int[] columns = region.columns();
      parts.put(
          region.label(),
          new Part(
              region.name(),
              columns.length,
              columns.length < request.fewestVoxels
                  ? Optional.empty()
                  : Optional.of(distances.of(columns))));
    }
    return parts;
  }

  private static PartOfWhole places(Responses responses) {
    VoxelPlaces places =
        responses
            .places()
            .orElseThrow(
                () ->
                    new InputException(
                        "participant %s has no voxel coordinates, so its voxels lie in no region"
                            .formatted(responses.participant()),
                        Remedy.COORDINATES_OF_RESPONSES));
    if (places instanceof PartOfWhole part) {
      return part;
    }
    throw places.noBox("a region", responses.participant());
  }

  /** Says which voxels they leave out. */
  private ImageDistances distances(Responses responses) {
    var distances = new ImageDistances(responses, request.distance);
    if (distances.withoutNoise() > 0) {
      listener.note(
          "%s: %s left out, the same at all presentations of each word: %s distances are in units of noise"
              .formatted(
                  responses.participant(),
                  Counted.of(distances.withoutNoise(), "voxel"),
                  name(request.distance)));
    }
    return distances;
  }

  private List<SimilarityRecord.Place> compared(
      List<Place> places, Map<String, Dissimilarities> spaces) {
    boolean one = request.atlas.isEmpty();
    Progress progress = listener.progress();
    if (!one) {
      progress.begin("regions", "regions", places.size());
    }
    var compared = new ArrayList<SimilarityRecord.Place>();
    for (Place place : places) {
      requireDistances(place);
      SimilarityComparison comparison =
          SimilarityComparison.of(
              participants.get(0).stimuli(),
              place.distances(),
              spaces,
              request.plan,
              workers,
              one ? progress : Progress.NONE);
      List<Integer> voxels = place.parts.stream().map(Part::voxels).toList();
      compared.add(new SimilarityRecord.Place(place.name, voxels, comparison));
      if (!one) {
        progress.advance(1);
      }
    }
    if (!one) {
      progress.end();
    }
    return compared;
  }

  private void requireDistances(Place place) {
    for (int k = 0; k < participants.size(); k++) {
      Responses responses = participants.get(k);
      Dissimilarities own = place.distances().get(k);
      if (!own.informative()) {
        List<String> without = undefined(responses.words(), own);
        throw new InputException(
            without.isEmpty()
                ? "participant %s, %s: the %s distances between images are all the same: there is nothing to compare"
                    .formatted(responses.participant(), place.name, name(request.distance))
                : "participant %s, %s: no %s distances of %s: constant images. Take another distance, or leave the words out"
                    .formatted(
                        responses.participant(),
                        place.name,
                        name(request.distance),
                        String.join(", ", without)));
      }
    }
  }

  /** Last, as they may take hours and all that can be wrong is known before. */
  private List<SimilarityRecord.Maps> searchlights(
      Optional<SimilaritySearchlight> searchlight, Map<String, Dissimilarities> spaces)
      throws IOException {
    var maps = new ArrayList<SimilarityRecord.Maps>();
    for (int k = 0; searchlight.isPresent() && k < participants.size(); k++) {
      maps.add(searchlight.get().of(images.of(k), spaces));
    }
    return maps;
  }
}
