package org.mitchell.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.mitchell.analysis.LeftOut;
import org.mitchell.analysis.ParticipantSize;
import org.mitchell.analysis.ParticipantSize.Task;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.UninformativeFeatures;
import org.mitchell.bids.BidsParticipant;
import org.mitchell.bids.BoldInspection;
import org.mitchell.bids.BoldOptions;
import org.mitchell.bids.BoldRun;
import org.mitchell.bids.RunPlan;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.TrialStore;
import org.mitchell.images.ImageInspection;
import org.mitchell.images.TrialImage;
import org.mitchell.images.TrialResponses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.nifti.NiftiException;
import org.mitchell.study.Checked.Problem;
import org.mitchell.study.Checked.SeenFile;
import org.mitchell.study.Checked.SeenTrial;
import org.mitchell.study.Checked.Severity;
import org.mitchell.text.Counted;
import org.mitchell.trials.Event;

/**
 * Looks at a participant as a fit would, and gathers what the fit would say. The rules are those of
 * a fit: what is wrong here is found by the code that a fit runs.
 */
public final class Checking {
  private static final String WARNING = "WARNING: ";

  private final Listener listener;
  private final Workers workers;
  private final FeatureSource features;
  private final Scale scale;
  private final boolean requireAll;
  private final Function<Responses, EvaluationOptions> options;
  private final LeftOut left;
  private final IntFunction<Optional<String>> withheld;

  /**
   * @param requireAll whether words without features are an error
   * @param options of a fit, of the responses that have features
   * @param left what its cross-validation leaves out
   * @param withheld why it gives no accuracy of a number of words; nothing where it does
   */
  public Checking(
      Listener listener,
      Workers workers,
      FeatureSource features,
      Scale scale,
      boolean requireAll,
      Function<Responses, EvaluationOptions> options,
      LeftOut left,
      IntFunction<Optional<String>> withheld) {
    this.listener = listener;
    this.workers = workers;
    this.features = features;
    this.scale = scale;
    this.requireAll = requireAll;
    this.options = options;
    this.left = left;
    this.withheld = withheld;
  }

  /** Problems, as they are met. */
  public static final class Problems implements Listener {
    private final Listener outer;
    private final List<Problem> met = new ArrayList<>();

    Problems(Listener outer) {
      this.outer = outer;
    }

    @Override
    public void note(String message) {
      add(message, Optional.empty());
    }

    private void add(String message, Optional<Remedy> remedy) {
      boolean warning = message.startsWith(WARNING);
      String text = warning ? message.substring(WARNING.length()) : message;
      met.add(new Problem(warning ? Severity.WARNING : Severity.NOTE, text, remedy));
    }

    @Override
    public void note(String message, Remedy remedy) {
      add(message, Optional.of(remedy));
    }

    @Override
    public Progress progress() {
      return outer.progress();
    }

    @Override
    public InputRecords inputs() {
      return outer.inputs();
    }

    void error(InputException error) {
      met.add(new Problem(Severity.ERROR, error.problem(), error.remedy()));
    }

    List<Problem> gravestFirst() {
      return met.stream().distinct().sorted(Comparator.comparing(Problem::severity)).toList();
    }
  }

  /** Where problems of a participant are gathered. */
  public Problems problems() {
    return new Problems(listener);
  }

  /**
   * Where a participant's responses come from.
   *
   * @param bytes of all files
   * @param reader that tells the problems what it says
   */
  private record Source(
      String label, List<SeenFile> files, long bytes, ParticipantReader reader, Problems problems) {
    Checked withoutWords() {
      return none(label, files, problems);
    }
  }

  /**
   * A participant whose responses are in files, or of images of trials.
   *
   * @param reader that tells the problems what it says
   */
  public Checked ofResponses(
      String label, Path file, List<Path> files, ParticipantReader reader, Problems problems)
      throws IOException {
    List<SeenFile> seen =
        files.stream().map(one -> new SeenFile(one.toString(), what(one))).toList();
    var source = new Source(label, seen, bytes(files), reader, problems);
    try {
      return ofValues(reader.read(label, file).responses(), source);
    } catch (NiftiException e) {
      return rest(source, new InputException(e.getMessage(), e));
    } catch (InputException e) {
      return rest(source, e);
    }
  }

  /** What else there is to know where reading ended with an error. */
  private Checked rest(Source source, InputException why) throws IOException {
    source.problems.error(why);
    Optional<ImageInspection.Seen> known = source.reader.inspect(source.problems::error);
    if (known.filter(found -> !found.trials().isEmpty()).isEmpty()) {
      return source.withoutWords();
    }
    try {
      Responses responses =
          TrialResponses.of(source.label, "", known.get().trials(), Optional.empty(), List.of());
      return ofWords(responses, source);
    } catch (InputException e) {
      source.problems.error(e);
      return source.withoutWords();
    }
  }

  private static Checked none(String label, List<SeenFile> seen, Problems problems) {
    return new Checked(
        label, seen, List.of(), Map.of(), Map.of(), 0, 0, 0, problems.gravestFirst());
  }

  private Checked ofValues(Responses responses, Source source) throws IOException {
    int constant = constant(responses);
    if (constant > 0) {
      source.problems.note(
          "%s: %s %s the same in all trials: their stability is not defined, and they are never chosen"
              .formatted(
                  source.label,
                  Counted.of(constant, "voxel"),
                  Counted.verb(constant, "is", "are")));
    }
    return ofWords(responses, source);
  }

  /** What there is to know of responses but their values. */
  private Checked ofWords(Responses responses, Source source) throws IOException {
    Map<String, Integer> presentations = new TreeMap<>();
    var trials = new ArrayList<SeenTrial>();
    FeatureSpace space = features.vectors(responses.words());
    for (int w = 0; w < responses.words().size(); w++) {
      String word = responses.words().get(w);
      presentations.put(word, responses.presentations(w));
      for (int p = 0; p < responses.presentations(w); p++) {
        String run = responses.presentation(w, p).run();
        trials.add(new SeenTrial(run, Double.NaN, word, space.vector(word).isPresent()));
      }
    }
    Map<String, String> without = Map.of();
    Task fit = Task.FIT;
    try {
      SharedWords words = source.reader.sharedWords(responses, space, scale, requireAll);
      without = words.dropped();
      fit = requireFit(words, source.problems);
    } catch (InputException e) {
      source.problems.error(e);
    }
    var size = ParticipantSize.of(responses, space.features().size());
    return new Checked(
        source.label,
        source.files,
        trials,
        presentations,
        without,
        responses.voxels(),
        size.megabytes(fit),
        size.secondsOfFit(source.bytes),
        source.problems.gravestFirst());
  }

  /**
   * What a fit asks of words, features and presentations before it computes anything.
   *
   * @return the fit, by what it holds
   */
  private Task requireFit(SharedWords words, Problems problems) {
    String label = words.responses().participant();
    UninformativeFeatures uninformative = UninformativeFeatures.of(words, scale);
    uninformative.requireDifferences(words.featureSpace().name());
    uninformative.notes().forEach(note -> problems.note(label + ": " + note));
    EvaluationOptions asked = options.apply(words.responses());
    left.require(words.responses(), asked);
    withheld
        .apply(words.responses().words().size())
        .ifPresent(why -> problems.note(WARNING + label + ": " + why));
    return Task.fit(asked.encoding());
  }

  private static int constant(Responses responses) {
    int constant = 0;
    for (int v = 0; v < responses.voxels(); v++) {
      float first = responses.values(0, 0).at(v);
      boolean same = true;
      for (int w = 0; w < responses.words().size() && same; w++) {
        for (int p = 0; p < responses.presentations(w); p++) {
          same &= responses.values(w, p).at(v) == first;
        }
      }
      constant += same ? 1 : 0;
    }
    return constant;
  }

  /** One whose files cannot be found. */
  public static Checked missing(String label, InputException why, Problems problems) {
    problems.error(why);
    return none(label, List.of(), problems);
  }

  /** A participant of BOLD runs, of which no images of trials are made. */
  public Checked ofBold(String label, List<BoldRun> runs, BoldOptions bold, Problems problems)
      throws IOException {
    FeatureSpace space = features.vectors(stimuli(runs, bold));
    BoldInspection found =
        BidsParticipant.inspect(
            runs,
            bold,
            word -> space.vector(word).isPresent(),
            workers,
            listener.progress(),
            problems::error);
    found.notes().forEach(note -> problems.note(label + ": " + note));
    var trials = new ArrayList<SeenTrial>();
    Map<String, Integer> presentations = new TreeMap<>();
    var files = new ArrayList<SeenFile>();
    for (RunPlan plan : found.runs()) {
      plan.design().trials().forEach(event -> presentations.merge(event.type(), 1, Integer::sum));
      trials.addAll(trials(plan));
    }
    for (BoldRun run : runs) {
      files.add(new SeenFile(run.bold().toString(), what(run.bold())));
    }
    Task fit = Task.FIT;
    var without = new LinkedHashMap<String, String>();
    found.ofNoInterest().forEach(type -> without.put(type, "no features"));
    if (!found.runs().isEmpty() && presentations.isEmpty()) {
      problems.error(
          InputException.in(
              runs.get(0).events().place(),
              "no event of any run is a stimulus. Types: " + String.join(", ", without.keySet())));
    } else if (!presentations.isEmpty()) {
      fit = requireFit(withoutImages(label, found), space, problems);
    }
    long frames = found.runs().stream().mapToInt(plan -> plan.frames().count()).max().orElse(0);
    long images = presentations.values().stream().mapToLong(n -> n).sum();
    var size =
        new ParticipantSize(
            presentations.size(),
            frames + (TrialStore.inMemory(images, found.voxels()) ? 2 * images : 0),
            found.voxels(),
            space.features().size(),
            true,
            true);
    return new Checked(
        label,
        files,
        trials,
        presentations,
        without,
        found.voxels(),
        size.megabytes(fit),
        size.secondsOfFit(bytes(runs.stream().map(BoldRun::bold).toList())),
        problems.gravestFirst());
  }

  /** Of the runs whose events can be read. */
  private static List<String> stimuli(List<BoldRun> runs, BoldOptions bold) throws IOException {
    var names = new TreeSet<String>();
    for (BoldRun run : runs) {
      try {
        names.addAll(BidsParticipant.stimuli(List.of(run), bold));
      } catch (InputException e) {
        // The inspection of the run says it.
      }
    }
    return List.copyOf(names);
  }

  /** All events of a run but those that are the absence of one, in the order of their onsets. */
  private static List<SeenTrial> trials(RunPlan plan) {
    var trials = new ArrayList<SeenTrial>();
    String run = plan.run().label();
    for (Event trial : plan.design().trials()) {
      trials.add(new SeenTrial(run, trial.onset(), trial.type(), true));
    }
    for (List<Event> events : plan.design().others().values()) {
      events.forEach(e -> trials.add(new SeenTrial(run, e.onset(), e.type(), false)));
    }
    trials.sort(Comparator.comparingDouble(SeenTrial::onset));
    return trials;
  }

  /** The trials with words and runs alone: all have the same image. */
  private static Responses withoutImages(String label, BoldInspection found) {
    var image = new float[found.voxels()];
    List<TrialImage> trials =
        found.runs().stream().flatMap(plan -> plan.trials(t -> image).stream()).toList();
    return TrialResponses.of(label, "", trials, Optional.empty(), List.of());
  }

  private Task requireFit(Responses responses, FeatureSpace space, Problems problems) {
    var reader = new ParticipantReader(problems, ReadOptions.DEFAULT, Optional.empty(), Map.of());
    try {
      return requireFit(reader.sharedWords(responses, space, scale, requireAll), problems);
    } catch (InputException e) {
      problems.error(e);
      return Task.FIT;
    }
  }

  private static String what(Path file) {
    try {
      VolumePlace place = VolumePlace.read(file);
      int[] d = place.dims();
      double[] size = place.header().pixdim();
      return "%d x %d x %d voxels of %.3g x %.3g x %.3g mm, %s%s, %s"
          .formatted(
              d[0],
              d[1],
              d[2],
              size[1],
              size[2],
              size[3],
              Counted.of(place.volumes(), "volume"),
              place.secondsBetweenVolumes().map(" every %.3g s"::formatted).orElse(""),
              place.isStated() ? "space " + place.space().label() : "no space");
    } catch (IOException | InputException e) {
      return ""; // another form, or one of the problems that reading it meets
    }
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return bytes;
  }
}
