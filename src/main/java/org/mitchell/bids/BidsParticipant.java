package org.mitchell.bids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mitchell.files.InputException;
import org.mitchell.files.SameFiles;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.TrialStore;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.images.Columns;
import org.mitchell.images.TrialImage;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.volumes.BrainMask;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.maps.volumes.VolumeSeries;
import org.mitchell.nifti.NiftiException;
import org.mitchell.text.Counted;
import org.mitchell.trials.Event;
import org.mitchell.trials.FrameTimes;
import org.mitchell.trials.NoiseModel;
import org.mitchell.trials.RunDesign;
import org.mitchell.trials.TrialImages;
import org.mitchell.trials.TrialModel;
import org.mitchell.words.WordForm;

/** A participant's preprocessed BOLD runs, made into an image a trial. */
public final class BidsParticipant {
  /** Events that are the absence of one: they belong to the baseline. */
  private static final Set<String> BASELINE = Set.of("fixation", "rest", "baseline", "n/a", "");

  /** A longer time between two frames than this is given in milliseconds. */
  private static final double LONGEST_TR = 100;

  /** Times between volumes that differ by more than this share are two. */
  private static final double OTHER_TR = 0.01;

  private final BoldOptions options;
  private final Predicate<String> stimulus;
  private final Workers workers;
  private final List<String> notes = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final TreeSet<String> others = new TreeSet<>();
  private final List<String> withoutStart = new ArrayList<>();
  private final FoundNoise noise = new FoundNoise();
  private int withoutDuration;
  private int runCount;

  private BidsParticipant(BoldOptions options, Predicate<String> stimulus, Workers workers) {
    this.options = options;
    this.stimulus = stimulus;
    this.workers = workers;
  }

  /**
   * Reads a participant, one run after the other: memory holds the frames of one, in the mask.
   *
   * @param runs on one grid; see {@link BidsDataset#runs}
   * @param stimulus which words are modelled trial by trial; events of other types are regressors
   *     of no interest
   * @throws InputException if a file is damaged, or does not fit the others
   */
  public static BoldTrials read(
      List<BoldRun> runs,
      BoldOptions options,
      Predicate<String> stimulus,
      Workers workers,
      Progress progress)
      throws IOException {
    return new BidsParticipant(options, stimulus, workers).read(runs, progress);
  }

  /**
   * The trials that {@link #read} would make images of; all have the same image, of zeros, of the
   * voxels of the mask.
   */
  public static List<TrialImage> planned(
      List<BoldRun> runs, BoldOptions options, Predicate<String> stimulus, Workers workers)
      throws IOException {
    return new BidsParticipant(options, stimulus, workers).planned(runs);
  }

  private List<TrialImage> planned(List<BoldRun> runs) throws IOException {
    var image = new float[Columns.of(brain(runs)).count()];
    VolumePlace place = VolumePlace.read(runs.get(0).bold()).stated();
    var trials = new ArrayList<TrialImage>();
    for (BoldRun run : runs) {
      trials.addAll(plan(run, place).trials(t -> image));
    }
    return trials;
  }

  /** What events of the runs are called, but those that are the absence of one; each once. */
  public static List<String> stimuli(List<BoldRun> runs, BoldOptions options) throws IOException {
    var names = new TreeSet<String>();
    for (BoldRun run : runs) {
      for (Event event : run.events().read(options.eventColumn(), note -> {})) {
        if (!isBaseline(event)) {
          names.add(name(event.type(), options));
        }
      }
    }
    return List.copyOf(names);
  }

  private BoldTrials read(List<BoldRun> runs, Progress progress) throws IOException {
    requireDifferent(runs);
    boolean[] brain = brain(runs);
    VolumePlace place = VolumePlace.read(runs.get(0).bold()).stated();
    List<TrialImage> trials = trials(runs, place, brain, progress);
    if (trials.isEmpty()) {
      throw InputException.in(
          runs.get(0).events().place(),
          "no event of any run is a stimulus. Types: " + String.join(", ", others));
    }
    sayOfAll();
    noise.note().ifPresent(notes::add);
    Columns kept = Columns.finite(trials);
    if (kept.count() == 0) {
      throw InputException.in(runs.get(0).bold(), "no voxel of the mask has a signal in every run");
    }
    List<TrialImage> used = trials;
    VoxelGrid grid =
        VoxelGrid.ofMask(place.dims(), place.affine(), space(runs.get(0), place), brain);
    if (kept.count() < grid.columns()) {
      notes.add(
          "%,d of %s of the mask left out: without a signal in some run"
              .formatted(grid.columns() - kept.count(), Counted.of(grid.columns(), "voxel")));
      used = kept.of(trials);
      grid = grid.select(kept.indices());
    }
    return new BoldTrials(runs.get(0).study(), used, grid, notes, files);
  }

  /** The images of all runs, kept as if each had as many as the first one that has any. */
  private List<TrialImage> trials(
      List<BoldRun> runs, VolumePlace place, boolean[] brain, Progress progress)
      throws IOException {
    var trials = new ArrayList<TrialImage>();
    Optional<TrialStore> store = Optional.empty();
    progress.begin("trial images", "runs", runs.size());
    try {
      for (BoldRun run : runs) {
        List<TrialImage> made = images(run, place, brain);
        if (store.isEmpty() && !made.isEmpty()) {
          long images = (long) made.size() * runs.size();
          store = Optional.of(TrialStore.of(images, made.get(0).values().count()));
        }
        for (TrialImage trial : made) {
          trials.add(trial.with(store.orElseThrow().keep(trial.values().all())));
        }
        progress.advance(1);
      }
    } finally {
      store.ifPresent(TrialStore::close);
    }
    progress.end();
    return trials;
  }

  /** What is said once of all runs. */
  private void sayOfAll() {
    if (withoutDuration > 0) {
      notes.add(
          "%s %s no duration (0 or n/a) and %s modelled as %s"
              .formatted(
                  Counted.of(withoutDuration, "event"),
                  Counted.verb(withoutDuration, "has", "have"),
                  Counted.verb(withoutDuration, "is", "are"),
                  withoutDuration == 1 ? "an impulse" : "impulses"));
    }
    if (!others.isEmpty()) {
      notes.add(
          "events without features are regressors of no interest: " + String.join(", ", others));
    }
    if (!withoutStart.isEmpty()) {
      notes.add(
          "%s: no StartTime in %s: the first frame is taken to be at 0 s"
              .formatted(
                  withoutStart.size() == runCount ? "all runs" : String.join("; ", withoutStart),
                  withoutStart.size() == 1 ? "its sidecar" : "their sidecars"));
    }
  }

  /** The space that the name of the images gives; else that of their header. */
  private static Space space(BoldRun run, VolumePlace place) {
    return run.space().isEmpty()
        ? place.space()
        : new Space(run.space(), place.space().xformCode());
  }

  /** Voxels that all runs have in their masks; all voxels where no run has one. */
  private boolean[] brain(List<BoldRun> runs) throws IOException {
    VolumePlace first = VolumePlace.read(runs.get(0).bold());
    boolean[] common = new boolean[Arrays.stream(first.dims()).reduce(1, Math::multiplyExact)];
    Arrays.fill(common, true);
    boolean any = false;
    for (BoldRun run : runs) {
      if (run.mask().isPresent()) {
        BrainMask mask = BrainMask.read(run.mask().get());
        mask.place().requireSameGrid(first);
        any = true;
        for (int v = 0; v < common.length; v++) {
          common[v] &= mask.inside()[v];
        }
      }
    }
    if (!any) {
      notes.add("no run has a brain mask: all voxels with a signal are used");
    }
    return common;
  }

  private List<TrialImage> images(BoldRun run, VolumePlace first, boolean[] brain)
      throws IOException {
    files.add(run.bold());
    files.addAll(run.events().files());
    run.confounds().ifPresent(files::add);
    run.mask().ifPresent(files::add);
    RunPlan plan = plan(run, first);
    if (plan.model().isEmpty()) {
      notes.add(run.name() + ": no event is a stimulus: the run is passed over");
      return List.of();
    }
    Columns columns = Columns.of(brain);
    var signal = new VoxelSignal(columns.count());
    var series = new float[plan.frames().count()][];
    VolumeSeries.read(
        run.bold(),
        (frame, values) -> {
          series[frame] = columns.of(values);
          signal.add(series[frame]);
        });
    signal.note().ifPresent(note -> notes.add(run.name() + ": " + note));
    TrialImages.Made made = at(run, () -> TrialImages.of(plan.model().get(), series, workers));
    noise.add(made.noise());
    return plan.trials(t -> made.images()[t]);
  }

  /**
   * What is done with a run, from all of its files but the values of its images.
   *
   * @throws InputException if they are damaged, or do not fit each other or the first run
   */
  private RunPlan plan(BoldRun run, VolumePlace first) throws IOException {
    VolumePlace place = VolumePlace.read(run.bold()).stated();
    place.cautions().forEach(caution -> notes.add(run.bold() + ": " + caution));
    place.requireSameGrid(first);
    FrameTimes frames = frames(run, place);
    RunDesign design = design(run, frames);
    if (design.trials().isEmpty()) {
      return new RunPlan(run, place, frames, design, Optional.empty());
    }
    TrialModel model = at(run, () -> TrialModel.of(design, options.method()));
    return new RunPlan(run, place, frames, design, Optional.of(model));
  }

  /** Says of what is wrong with trials where their events stand. */
  private static <T> T at(BoldRun run, Supplier<T> made) {
    try {
      return made.get();
    } catch (InputException e) {
      throw InputException.in(run.events().place(), e.getMessage(), e);
    }
  }

  /**
   * Looks at all that {@link #read} would read, and goes on where something is wrong.
   *
   * @param problems takes what is wrong
   * @return what is known of the runs; those that are damaged are missing
   */
  public static BoldInspection inspect(
      List<BoldRun> runs,
      BoldOptions options,
      Predicate<String> stimulus,
      Workers workers,
      Progress progress,
      Consumer<InputException> problems)
      throws IOException {
    return new BidsParticipant(options, stimulus, workers).inspect(runs, progress, problems);
  }

  private BoldInspection inspect(
      List<BoldRun> runs, Progress progress, Consumer<InputException> problems) throws IOException {
    var plans = new ArrayList<RunPlan>();
    Optional<VolumePlace> first = Optional.empty();
    tried(problems, () -> requireDifferent(runs));
    for (BoldRun run : runs) {
      Optional<VolumePlace> before = first;
      tried(problems, () -> plans.add(plan(run, before.orElse(VolumePlace.read(run.bold())))));
      if (first.isEmpty() && !plans.isEmpty()) {
        first = Optional.of(plans.get(0).place());
      }
    }
    var brain = new ArrayList<boolean[]>();
    tried(problems, () -> brain.add(brain(runs)));
    if (!brain.isEmpty()) {
      Columns columns = Columns.of(brain.get(0));
      progress.begin("looking at images", "runs", plans.size());
      for (RunPlan plan : plans) {
        var signal = new VoxelSignal(columns.count());
        tried(
            problems,
            () -> {
              VolumeSeries.read(
                  plan.run().bold(), (frame, values) -> signal.add(columns.of(values)));
              signal.note().ifPresent(note -> notes.add(plan.run().name() + ": " + note));
            });
        progress.advance(1);
      }
      progress.end();
    }
    sayOfAll();
    if (options.method().noise() == NoiseModel.AR1) {
      notes.add(
          "noise ar1: how far the noise of a frame reaches into the next is estimated for each"
              + " voxel when images are made");
    }
    int voxels = brain.isEmpty() ? 0 : Columns.of(brain.get(0)).count();
    return new BoldInspection(plans, voxels, List.copyOf(others), notes);
  }

  /** Something that may be wrong with what was given. */
  private interface Attempt {
    void run() throws IOException;
  }

  private static void tried(Consumer<InputException> problems, Attempt attempt) throws IOException {
    try {
      attempt.run();
    } catch (NiftiException e) {
      problems.accept(new InputException(e.getMessage(), e));
    } catch (InputException e) {
      problems.accept(e);
    }
  }

  private static void requireDifferent(List<BoldRun> runs) throws IOException {
    SameFiles.refuse(runs.stream().map(BoldRun::bold).toList());
  }

  private FrameTimes frames(BoldRun run, VolumePlace place) {
    double tr =
        run.repetitionTime()
            .or(place::secondsBetweenVolumes)
            .orElseThrow(
                () ->
                    InputException.in(
                        run.bold(),
                        "neither a sidecar nor the header says the repetition time. RepetitionTime"
                            + " in seconds is expected in *_bold.json"));
    if (!(tr > 0) || tr > LONGEST_TR) {
      throw InputException.in(
          run.bold(),
          "RepetitionTime is %s where seconds are expected%s"
              .formatted(tr, tr > LONGEST_TR ? " (it may be in milliseconds)" : ""));
    }
    runCount++;
    if (run.startTime().isEmpty()) {
      withoutStart.add(run.name());
    }
    sayOfOtherTimes(run, place, tr);
    if (place.volumes() < 2) {
      throw InputException.in(run.bold(), "a single volume where a series of them is expected");
    }
    return new FrameTimes(run.startTime().orElse(0.0), tr, place.volumes());
  }

  /** The header may say something else than the sidecar, which is taken. */
  private void sayOfOtherTimes(BoldRun run, VolumePlace place, double tr) {
    Optional<Double> header = place.secondsBetweenVolumes();
    if (run.repetitionTime().isPresent()
        && header.isPresent()
        && Math.abs(header.get() - tr) > OTHER_TR * tr) {
      notes.add(
          "%s: the header has %.3f s from volume to volume, and the sidecar, which is taken, RepetitionTime %.3f"
              .formatted(run.name(), header.get(), tr));
    }
  }

  private RunDesign design(BoldRun run, FrameTimes frames) throws IOException {
    var trials = new ArrayList<Event>();
    var ofNoInterest = new LinkedHashMap<String, List<Event>>();
    for (Event event : run.events().read(options.eventColumn(), notes::add)) {
      if (isBaseline(event)) {
        continue;
      }
      withoutDuration += event.duration() == 0 ? 1 : 0;
      String name = name(event.type(), options);
      if (stimulus.test(name)) {
        trials.add(new Event(event.onset(), event.duration(), name));
      } else {
        ofNoInterest.computeIfAbsent(event.type(), type -> new ArrayList<>()).add(event);
        others.add(event.type());
      }
    }
    return new RunDesign(frames, trials, ofNoInterest, options.drift(), confounds(run, frames));
  }

  private static boolean isBaseline(Event event) {
    return BASELINE.contains(event.type().toLowerCase(Locale.ROOT));
  }

  private static String name(String type, BoldOptions options) {
    return WordForm.canonical(options.words().getOrDefault(type, type));
  }

  private Map<String, double[]> confounds(BoldRun run, FrameTimes frames) throws IOException {
    Confounds wanted =
        options
            .confounds()
            .orElseGet(
                () -> run.confounds().isPresent() ? Confounds.of("motion6") : Confounds.of("none"));
    if (run.confounds().isEmpty()) {
      if (!wanted.columns().isEmpty()) {
        throw InputException.in(run.bold(), "this run has no table of confounds beside it");
      }
      return Map.of();
    }
    return wanted.read(run.confounds().get(), frames.count(), notes::add);
  }
}
