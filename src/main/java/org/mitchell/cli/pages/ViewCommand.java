package org.mitchell.cli.pages;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.mitchell.cli.options.BackgroundOption;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FitPlaceOptions;
import org.mitchell.cli.options.FittedSubjectsOption;
import org.mitchell.cli.options.MeshOptions;
import org.mitchell.cli.options.OptionValues;
import org.mitchell.cli.options.UsageException;
import org.mitchell.derivatives.KnownMeshes;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.derivatives.contents.MeshFile;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.study.FittedResponses;
import org.mitchell.view.AnatomyBelow;
import org.mitchell.view.ViewServer;
import org.mitchell.view.ViewedFit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell view}: type a word, see its brain. */
@Command(
    name = "view",
    description = {
      "Show fitted participants in the browser: type a word and see its features and the image that"
          + " they predict beside the observed one, change a feature, click a voxel, ask which word"
          + " an image is of.",
      "Only this machine can reach it, with the URL that is printed; Ctrl-C stops it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ViewCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Names and values as URLSearchParams writes them. Nothing is gone back over, for which Java
   * would need a deep stack: those of some hundred features are long.
   */
  private static final Pattern STATED =
      Pattern.compile(
          "[a-z]+=(?:[A-Za-z0-9*._+-]|%[0-9A-Fa-f]{2})*+"
              + "(?:&[a-z]+=(?:[A-Za-z0-9*._+-]|%[0-9A-Fa-f]{2})*+)*+");

  @Mixin private FittedSubjectsOption fitted;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "where fits are read; may come again, for fits on other features (default:"
              + " derivatives/mitchell)")
  private List<Path> models = List.of(FitPlaceOptions.DERIVATIVES);

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "the participants' responses, where they are now (default: where they were)")
  private Path data;

  @Mixin private MeshOptions mesh;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "port to answer at (default: any that is free)")
  private int port;

  @Option(names = "--no-browser", description = "print the URL, open no browser")
  private boolean noBrowser;

  @Mixin private BackgroundOption background;

  @Option(
      names = "--state",
      converter = OptionValues.AnyText.class,
      paramLabel = "TEXT",
      description = "begin with what a link of the page showed: what its address has behind #")
  private String state = "";

  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new UsageException(
          "--port: got %d where a number from 1 to %,d is expected".formatted(port, HIGHEST_PORT));
    }
    URI begin = stated();
    try (var workers = common.workers()) {
      List<ViewedFit> fits = fits(workers);
      try (var server = ViewServer.start(fits, port)) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        URI url = server.url().resolve(begin);
        common.printJson(Map.of("url", url.toString()));
        common.print(url.toString());
        if (!noBrowser) {
          open(url);
        }
        // Ahead of questions, one after the other: the responses of one participant are large.
        var reading =
            new Thread(() -> fits.forEach(ViewedFit::readResponses), "mitchell-responses");
        reading.setDaemon(true);
        reading.start();
        new CountDownLatch(1).await(); // until the process is told to end
      }
    }
    return 0;
  }

  /** What the address of the page ends in. */
  private URI stated() {
    String fragment = state.substring(state.indexOf('#') + 1);
    if (!fragment.isEmpty() && !STATED.matcher(fragment).matches()) {
      throw new UsageException(
          "--state: got '%s' where what a link of the page has behind # is expected, such as word=celery"
              .formatted(state));
    }
    return URI.create(fragment.isEmpty() ? "" : "#" + fragment);
  }

  private List<ViewedFit> fits(Workers workers) throws IOException {
    var saved = new ArrayList<SavedFit>();
    for (Path model : new LinkedHashSet<>(models)) {
      for (String label : fitted.in(model)) {
        saved.add(SavedFit.read(model, label));
      }
    }
    SavedFit.hold(saved); // while they are those of these fits: the page stays for long
    var onSurfaces = new ArrayList<ViewedFit>();
    Optional<CorticalMeshes> given = mesh.read(common);
    for (SavedFit fit : saved) {
      onMeshes(fit, given, workers).ifPresent(onSurfaces::add);
    }
    // Where nobody has a place, the first of them says what to do.
    boolean some = !onSurfaces.isEmpty() || saved.stream().anyMatch(fit -> fit.grid().isPresent());
    var fits = new ArrayList<ViewedFit>();
    var anatomies = new HashMap<Path, AnatomyBelow>();
    for (SavedFit fit : saved) {
      if (fit.grid().isEmpty() && fit.places().orElse(null) instanceof Grayordinates) {
        continue;
      }
      if (some && fit.grid().isEmpty()) {
        common.note(
            fit.subject()
                + (fit.places().isPresent()
                    ? " is left out: the page shows voxels of a box, and its maps are of "
                        + fit.places().get().inWords()
                    : " is left out: its voxels have no coordinates, so there is no brain to"
                        + " view"));
      } else {
        fits.add(new ViewedFit(fit, responses(fit), below(fit, anatomies), workers));
      }
    }
    fits.addAll(onSurfaces);
    if (fits.isEmpty()) {
      throw new InputException(
          "participant %s is on surfaces, and no mesh to show is known. Give one: --mesh LEFT,RIGHT"
              .formatted(saved.get(0).subject()));
    }
    return fits;
  }

  /** A participant on surfaces, where its mesh is known; what is missing is said. */
  private Optional<ViewedFit> onMeshes(
      SavedFit fit, Optional<CorticalMeshes> given, Workers workers) throws IOException {
    if (!(fit.places().orElse(null) instanceof Grayordinates)) {
      return Optional.empty();
    }
    try {
      List<MeshFile> known = KnownMeshes.beside(fit.modelFile());
      if (given.isEmpty() && known.isEmpty()) {
        common.note(
            fit.subject()
                + " is left out: it is on surfaces, and no mesh is known (view --mesh LEFT,RIGHT,"
                + " or the mesh that map --mesh was given)");
        return Optional.empty();
      }
      CorticalMeshes meshes = given.isPresent() ? given.get() : KnownMeshes.read(known);
      return Optional.of(ViewedFit.onMeshes(fit, responses(fit), meshes, workers));
    } catch (InputException e) {
      if (given.isPresent()) {
        throw e;
      }
      common.note("%s is left out: %s".formatted(fit.subject(), e.getMessage()));
      return Optional.empty();
    }
  }

  private ViewedFit.ResponsesReading responses(SavedFit fit) {
    return () -> FittedResponses.of(fit, Optional.ofNullable(data), new ArrayList<>());
  }

  /** Participants on the same anatomy share it. */
  private Optional<AnatomyBelow> below(SavedFit fit, Map<Path, AnatomyBelow> anatomies)
      throws IOException {
    Optional<Path> anatomy = fit.grid().flatMap(grid -> background.anatomy(grid.space().label()));
    if (anatomy.isEmpty()) {
      return Optional.empty();
    }
    AnatomyBelow below = anatomies.computeIfAbsent(anatomy.get(), AnatomyBelow::new);
    below.requireBelow(fit.grid().get(), fit.subject());
    return Optional.of(below);
  }

  /** By the system's own opener; where there is none, the URL is there to be copied. */
  private void open(URI url) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> opener =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler")
            : List.of(system.contains("mac") ? "open" : "xdg-open");
    var command = new ArrayList<>(opener);
    try {
      // Every user of the machine sees the arguments of a process: the URL with its token is none.
      command.add(BrowserPage.leadingTo(url).toString());
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      common.note("no browser could be opened: open the URL above in one");
    }
  }
}
