package org.mitchell.fmri;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mitchell.words.WordIndex;

/**
 * What one participant's brain did: words x presentations x voxels, in percent signal change (or
 * whatever unit the file has). Words are in alphabetical order whatever their order in the file, so
 * that no result depends on it; the presentations of a word are in the order of their epochs.
 */
public final class Responses {
  private final String participant;
  private final String study;
  private final Optional<String> task;
  private final List<Stimulus> stimuli;
  private final TrialValues[][] trials;
  private final Presentation[][] presentations;
  private final Optional<double[]> offsets;
  private final int voxels;
  private final Optional<VoxelPlaces> places;
  private final List<String> notes;

  /**
   * @param participant the label, without {@code sub-}
   * @param study what the file says of its study; simulated data say SIMULATED here
   * @param stimuli one a word, words unique
   * @param trials words x presentations x voxels, words as in {@code stimuli}; every word at least
   *     once. Not copied
   * @param places where the voxels lie, when that is known
   * @param notes what the user should know of how these responses were read
   */
  public Responses(
      String participant,
      String study,
      List<Stimulus> stimuli,
      float[][][] trials,
      Optional<? extends VoxelPlaces> places,
      List<String> notes) {
    this(participant, study, stimuli, held(trials), unknown(trials), places, notes);
  }

  /**
   * As above, of a file that says where presentations belong.
   *
   * @param trials words x presentations, wherever the values are kept
   * @param presentations words x presentations, words as in {@code stimuli}. Not copied
   */
  public Responses(
      String participant,
      String study,
      List<Stimulus> stimuli,
      TrialValues[][] trials,
      Presentation[][] presentations,
      Optional<? extends VoxelPlaces> places,
      List<String> notes) {
    this(
        participant,
        study,
        Optional.empty(),
        stimuli,
        trials,
        presentations,
        Optional.empty(),
        places,
        notes);
  }

  private Responses(
      String participant,
      String study,
      Optional<String> task,
      List<Stimulus> stimuli,
      TrialValues[][] trials,
      Presentation[][] presentations,
      Optional<double[]> offsets,
      Optional<? extends VoxelPlaces> places,
      List<String> notes) {
    requireShape(stimuli, trials, places);
    var order = new ArrayList<Integer>();
    for (int w = 0; w < stimuli.size(); w++) {
      order.add(w);
    }
    order.sort(Comparator.comparing(w -> stimuli.get(w).word()));
    this.participant = participant;
    this.study = study;
    this.task = task;
    this.stimuli = order.stream().map(stimuli::get).toList();
    this.trials = order.stream().map(w -> trials[w]).toArray(TrialValues[][]::new);
    this.presentations = order.stream().map(w -> presentations[w]).toArray(Presentation[][]::new);
    this.voxels = trials[0][0].count();
    this.offsets = offsets;
    this.places = places.map(VoxelPlaces.class::cast);
    this.notes = List.copyOf(notes);
  }

  public String participant() {
    return participant;
  }

  public String study() {
    return study;
  }

  /** BIDS's label of what the participant did, where somebody says it. */
  public Optional<String> task() {
    return task;
  }

  /** The same responses, of a task. */
  Responses ofTask(Optional<String> label) {
    return new Responses(
        participant, study, label, stimuli, trials, presentations, offsets, places, notes);
  }

  /** Whether these responses were made by a program: their study says SIMULATED. */
  public boolean simulated() {
    return saysSimulated(study);
  }

  /** Whether the name of a study says that a program made its data. */
  public static boolean saysSimulated(String study) {
    return study.toUpperCase(Locale.ROOT).contains("SIMULATED");
  }

  /** The stimuli in alphabetical order of their words. */
  public List<Stimulus> stimuli() {
    return stimuli;
  }

  public List<String> words() {
    return stimuli.stream().map(Stimulus::word).toList();
  }

  public int voxels() {
    return voxels;
  }

  /** How often a word was presented. */
  public int presentations(int word) {
    return trials[word].length;
  }

  /** The smallest number of presentations of any word: stability uses the first so many of each. */
  public int commonPresentations() {
    int smallest = Integer.MAX_VALUE;
    for (TrialValues[] word : trials) {
      smallest = Math.min(smallest, word.length);
    }
    return smallest;
  }

  /** Whether every word was presented equally often. */
  public boolean balanced() {
    int common = commonPresentations();
    for (TrialValues[] word : trials) {
      if (word.length != common) {
        return false;
      }
    }
    return true;
  }

  /**
   * One whole image: a value a voxel, less its {@link #offset}. Where it is held in memory this is
   * the array itself: it must not be changed. Where it is not, it is read anew each time.
   */
  public float[] trial(int word, int presentation) {
    return trials[word][presentation].all();
  }

  /** Bytes that the images take of Java's memory: 0 where they are in a file. */
  public long bytesInMemory() {
    return Arrays.stream(trials)
        .flatMap(Arrays::stream)
        .filter(TrialValues.Held.class::isInstance)
        .mapToLong(image -> (long) Float.BYTES * image.count())
        .sum();
  }

  /** The same image for whoever needs parts of it. */
  public TrialValues values(int word, int presentation) {
    return trials[word][presentation];
  }

  /** Where a presentation belongs, as far as its file says. */
  public Presentation presentation(int word, int presentation) {
    return presentations[word][presentation];
  }

  /** Whether the file says of any presentation where it belongs. */
  public boolean presentationsKnown() {
    return Arrays.stream(presentations).flatMap(Arrays::stream).anyMatch(Presentation::isKnown);
  }

  /**
   * What was taken off every value of a voxel, so that values far from zero keep their digits in
   * single precision; 0 mostly. No comparison of images depends on it.
   */
  public double offset(int voxel) {
    return offsets.map(o -> o[voxel]).orElse(0.0);
  }

  /** Where the voxels lie, when that is known. */
  public Optional<VoxelPlaces> places() {
    return places;
  }

  /** The box that the voxels lie in; nothing for surfaces, and where their places are not known. */
  public Optional<VoxelGrid> grid() {
    return places.filter(VoxelGrid.class::isInstance).map(VoxelGrid.class::cast);
  }

  /**
   * What the user should know of how these responses were read; empty when there is nothing to say.
   */
  public List<String> notes() {
    return notes;
  }

  /**
   * The same responses with only those words.
   *
   * @throws IllegalArgumentException if there is no such word
   */
  public Responses select(List<String> words) {
    var index = new HashMap<String, Integer>();
    for (int w = 0; w < stimuli.size(); w++) {
      index.put(stimuli.get(w).word(), w);
    }
    for (String word : words) {
      if (!index.containsKey(word)) {
        throw new IllegalArgumentException("there are no responses to the word " + word);
      }
    }
    return new Responses(
        participant,
        study,
        task,
        words.stream().map(w -> stimuli.get(index.get(w))).toList(),
        words.stream().map(w -> trials[index.get(w)]).toArray(TrialValues[][]::new),
        words.stream().map(w -> presentations[index.get(w)]).toArray(Presentation[][]::new),
        offsets,
        places,
        notes);
  }

  /**
   * The same responses to words that are spelled otherwise, in the alphabetical order of these
   * spellings.
   *
   * @param spellings by the words that are here; other words stay as they are
   */
  public Responses spelled(Map<String, String> spellings) {
    List<Stimulus> renamed =
        stimuli.stream()
            .map(s -> new Stimulus(spellings.getOrDefault(s.word(), s.word()), s.category()))
            .toList();
    return new Responses(
        participant, study, task, renamed, trials, presentations, offsets, places, notes);
  }

  /**
   * The same responses without some presentations; words that have no other are left out.
   *
   * @param without words x presentations: whether it is left out
   * @throws IllegalArgumentException if nothing is left
   */
  public Responses without(boolean[][] without) {
    var words = new ArrayList<Integer>();
    var fewer = new TrialValues[trials.length][];
    var left = new Presentation[trials.length][];
    for (int w = 0; w < trials.length; w++) {
      boolean[] out = without[w];
      int[] kept = IntStream.range(0, trials[w].length).filter(p -> !out[p]).toArray();
      TrialValues[] images = trials[w];
      Presentation[] own = presentations[w];
      fewer[w] = IntStream.of(kept).mapToObj(p -> images[p]).toArray(TrialValues[]::new);
      left[w] = IntStream.of(kept).mapToObj(p -> own[p]).toArray(Presentation[]::new);
      if (kept.length > 0) {
        words.add(w);
      }
    }
    return new Responses(
        participant,
        study,
        task,
        words.stream().map(stimuli::get).toList(),
        words.stream().map(w -> fewer[w]).toArray(TrialValues[][]::new),
        words.stream().map(w -> left[w]).toArray(Presentation[][]::new),
        offsets,
        places,
        notes);
  }

  /**
   * The same responses with images exchanged between presentations.
   *
   * @param taken words x presentations: the word and the presentation whose image it is given
   */
  public Responses exchanged(int[][][] taken) {
    var images = new TrialValues[trials.length][];
    for (int w = 0; w < trials.length; w++) {
      images[w] =
          Arrays.stream(taken[w]).map(from -> trials[from[0]][from[1]]).toArray(TrialValues[]::new);
    }
    return new Responses(
        participant, study, task, stimuli, images, presentations, offsets, places, notes);
  }

  /**
   * The same responses, shown in other runs.
   *
   * @param runs words x presentations
   */
  public Responses inRuns(String[][] runs) {
    var others = new Presentation[presentations.length][];
    for (int w = 0; w < others.length; w++) {
      others[w] = new Presentation[presentations[w].length];
      for (int p = 0; p < others[w].length; p++) {
        Presentation was = presentations[w][p];
        others[w][p] = new Presentation(runs[w][p], was.fold(), was.moment());
      }
    }
    return new Responses(participant, study, task, stimuli, trials, others, offsets, places, notes);
  }

  /**
   * The same responses with other categories: those of {@code categories} where it has the word, by
   * the rule of {@link WordIndex}.
   */
  public Responses withCategories(Map<String, String> categories) {
    var index = WordIndex.of("the categories", categories.keySet());
    UnaryOperator<Stimulus> change =
        s -> index.find(s.word()).map(m -> s.withCategory(categories.get(m.word()))).orElse(s);
    return new Responses(
        participant,
        study,
        task,
        stimuli.stream().map(change).toList(),
        trials,
        presentations,
        offsets,
        places,
        notes);
  }

  /**
   * The same responses with only those voxels.
   *
   * @param columns their columns, in the order wanted
   */
  public Responses selectVoxels(int[] columns) {
    return gathered(columns, notes);
  }

  /** The same responses on a grid. */
  Responses withGrid(VoxelGrid newGrid) {
    return new Responses(
        participant,
        study,
        task,
        stimuli,
        trials,
        presentations,
        offsets,
        Optional.of(newGrid),
        notes);
  }

  /**
   * The same responses, told what was taken off every value.
   *
   * @param taken a value a voxel; nothing where the values are whole. Not copied
   */
  Responses withOffsets(Optional<double[]> taken) {
    return new Responses(
        participant, study, task, stimuli, trials, presentations, taken, places, notes);
  }

  /** The same responses without the voxels of {@code dropped}, and one more note. */
  Responses withoutVoxels(BitSet dropped, String note) {
    var more = new ArrayList<>(notes);
    more.add(note);
    return gathered(IntStream.range(0, voxels).filter(v -> !dropped.get(v)).toArray(), more);
  }

  private Responses gathered(int[] columns, List<String> newNotes) {
    long images = Arrays.stream(trials).mapToLong(word -> word.length).sum();
    var fewer = new TrialValues[trials.length][];
    try (TrialStore store = TrialStore.of(images, columns.length)) {
      for (int w = 0; w < trials.length; w++) {
        fewer[w] = new TrialValues[trials[w].length];
        for (int p = 0; p < fewer[w].length; p++) {
          fewer[w][p] = store.keep(trials[w][p].at(columns));
        }
      }
    }
    return new Responses(
        participant,
        study,
        task,
        stimuli,
        fewer,
        presentations,
        offsets.map(o -> IntStream.of(columns).mapToDouble(c -> o[c]).toArray()),
        places.map(p -> p.select(columns)),
        newNotes);
  }

  private static Presentation[][] unknown(float[][][] trials) {
    var unknown = new Presentation[trials.length][];
    for (int w = 0; w < trials.length; w++) {
      unknown[w] = new Presentation[trials[w].length];
      Arrays.fill(unknown[w], Presentation.UNKNOWN);
    }
    return unknown;
  }

  private static TrialValues[][] held(float[][][] trials) {
    return Arrays.stream(trials)
        .map(word -> Arrays.stream(word).map(TrialValues::of).toArray(TrialValues[]::new))
        .toArray(TrialValues[][]::new);
  }

  private static void requireShape(
      List<Stimulus> stimuli, TrialValues[][] trials, Optional<? extends VoxelPlaces> places) {
    if (stimuli.isEmpty() || stimuli.size() != trials.length) {
      throw new IllegalArgumentException(
          stimuli.size() + " stimuli for " + trials.length + " words of trials");
    }
    if (stimuli.stream().map(Stimulus::word).distinct().count() != stimuli.size()) {
      throw new IllegalArgumentException("the same word twice among the stimuli");
    }
    int columns = trials[0].length == 0 ? -1 : trials[0][0].count();
    for (TrialValues[] word : trials) {
      if (word.length == 0) {
        throw new IllegalArgumentException("a word without presentations");
      }
      for (TrialValues trial : word) {
        if (trial.count() != columns) {
          throw new IllegalArgumentException(
              "trials of " + columns + " and of " + trial.count() + " voxels");
        }
      }
    }
    if (places.isPresent() && places.get().columns() != columns) {
      throw new IllegalArgumentException(
          columns + " voxels in places of " + places.get().columns() + " columns");
    }
  }
}
