package org.mitchell.study;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.atlas.Atlas;
import org.mitchell.maps.atlas.AtlasRegions;
import org.mitchell.maps.atlas.Region;
import org.mitchell.similarity.Dissimilarities;
import org.mitchell.similarity.Distance;
import org.mitchell.similarity.ImageDistances;
import org.mitchell.similarity.Searchlight;
import org.mitchell.similarity.SimilarityComparison;
import org.mitchell.similarity.SimilarityPlan;
import org.mitchell.text.Counted;

/** Sets feature spaces beside participants' images by the distances between words. */
public final class SimilarityAnalysis {
  /** What there is where no atlas divides the brain. */
  public static final String WHOLE = "brain";

  private final Request request;
  private final List<Responses> participants;
  private final Listener listener;
  private final Workers workers;

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
   */
  public record Request(
      Distance distance,
      Distance featureDistance,
      OptionalInt voxels,
      Optional<Atlas> atlas,
      int fewestVoxels,
      OptionalDouble radius,
      SimilarityPlan plan) {}

  /**
   * @param contenders feature spaces, all with the same participants and words
   */
  private SimilarityAnalysis(
      Request request, List<Contender> contenders, Listener listener, Workers workers) {
    this.request = request;
    this.participants =
        contenders.get(0).participants().stream().map(SharedWords::responses).toList();
    this.listener = listener;
    this.workers = workers;
  }

  /**
   * @param contenders feature spaces, all with the same participants and words
   * @throws InputException if there are too few words, features without distances, or voxels
   *     without a place where one is needed
   */
  public static SimilarityRecord.Found of(
      Request request, List<Contender> contenders, Listener listener, Workers workers) {
    return new SimilarityAnalysis(request, contenders, listener, workers).run(contenders);
  }

  private SimilarityRecord.Found run(List<Contender> contenders) {
    int words = participants.get(0).words().size();
    if (words < SimilarityComparison.FEWEST_WORDS) {
      throw new InputException(
          "got %s where %d or more are expected: fewer have too few pairs to compare"
              .formatted(Counted.of(words, "word"), SimilarityComparison.FEWEST_WORDS));
    }
    Map<String, Dissimilarities> spaces = spaces(contenders);
    List<ImageDistances> images = images();
    List<Dissimilarities> whole = new ArrayList<>();
    var places = new ArrayList<SimilarityRecord.Place>();
    int left = 0;
    if (request.atlas.isPresent()) {
      List<Place> regions = regions();
      List<Place> large = regions.stream().filter(this::isLarge).toList();
      left = regions.size() - large.size();
      requireRegions(large);
      Progress progress = listener.progress();
      progress.begin("regions", "regions", large.size());
      for (Place region : large) {
        places.add(compared(region, distances(region, images), spaces, Progress.NONE));
        progress.advance(1);
      }
      progress.end();
    } else {
      Place place = new Place(WHOLE, participants.stream().map(this::columns).toList());
      whole = distances(place, images);
      places.add(compared(place, whole, spaces, listener.progress()));
    }
    return new SimilarityRecord.Found(
        participants, spaces, whole, places, left, request.radius, searchlights(spaces));
  }

  /** Some of each participant's voxels. */
  private record Place(String name, List<int[]> columns) {}

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

  private List<Place> regions() {
    var columns = new LinkedHashMap<Integer, Place>();
    for (Responses responses : participants) {
      var grid =
          responses
              .grid()
              .orElseThrow(
                  () ->
                      responses
                          .places()
                          .map(places -> places.noBox("a region", responses.participant()))
                          .orElseGet(
                              () ->
                                  new InputException(
                                      "participant %s has no voxel coordinates, so its voxels lie in no region"
                                          .formatted(responses.participant()),
                                      Remedy.COORDINATES_OF_RESPONSES)));
      for (Region region : AtlasRegions.of(request.atlas.orElseThrow(), grid).regions()) {
        columns
            .computeIfAbsent(region.label(), label -> new Place(region.name(), new ArrayList<>()))
            .columns
            .add(region.columns());
      }
    }
    return List.copyOf(columns.values());
  }

  private boolean isLarge(Place region) {
    return region.columns.size() == participants.size()
        && region.columns.stream().allMatch(columns -> columns.length >= request.fewestVoxels);
  }

  private void requireRegions(List<Place> large) {
    if (large.isEmpty()) {
      throw new InputException(
          "no region has %s or more in every participant. Take fewer"
              .formatted(Counted.of(request.fewestVoxels, "voxel")));
    }
  }

  /** Of each participant; says which voxels they leave out. */
  private List<ImageDistances> images() {
    var images = new ArrayList<ImageDistances>();
    for (Responses responses : participants) {
      var own = new ImageDistances(responses, request.distance);
      if (own.withoutNoise() > 0) {
        listener.note(
            "%s: %s left out, the same at all presentations of each word: %s distances are in units of noise"
                .formatted(
                    responses.participant(),
                    Counted.of(own.withoutNoise(), "voxel"),
                    name(request.distance)));
      }
      images.add(own);
    }
    return images;
  }

  private List<Dissimilarities> distances(Place place, List<ImageDistances> images) {
    var distances = new ArrayList<Dissimilarities>();
    for (int k = 0; k < participants.size(); k++) {
      Responses responses = participants.get(k);
      Dissimilarities own = images.get(k).of(place.columns.get(k));
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
      distances.add(own);
    }
    return distances;
  }

  private SimilarityRecord.Place compared(
      Place place,
      List<Dissimilarities> images,
      Map<String, Dissimilarities> spaces,
      Progress progress) {
    SimilarityComparison comparison =
        SimilarityComparison.of(
            participants.get(0).stimuli(), images, spaces, request.plan, workers, progress);
    List<Integer> voxels = place.columns.stream().map(columns -> columns.length).toList();
    return new SimilarityRecord.Place(place.name, voxels, comparison);
  }

  private List<SimilarityRecord.Maps> searchlights(Map<String, Dissimilarities> spaces) {
    var searchlights = new ArrayList<SimilarityRecord.Maps>();
    if (request.radius.isPresent()) {
      for (Responses responses : participants) {
        List<Searchlight.Maps> maps =
            Searchlight.of(
                responses,
                request.distance,
                request.radius.getAsDouble(),
                spaces,
                request.plan,
                workers,
                listener.progress());
        maps.forEach(map -> requireValues(responses, map));
        searchlights.add(new SimilarityRecord.Maps(responses, maps));
      }
    }
    return searchlights;
  }

  private void requireValues(Responses responses, Searchlight.Maps map) {
    if (Arrays.stream(map.agreement()).allMatch(Double::isNaN)) {
      throw new InputException(
          "participant %s: no sphere of %s mm has %d voxels or more. Take a larger radius"
              .formatted(
                  responses.participant(),
                  request.radius.getAsDouble(),
                  Searchlight.FEWEST_VOXELS));
    }
  }
}
