package org.mitchell.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mitchell.figures.ScreenColours;
import org.mitchell.files.Json;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.provenance.BuildInfo;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.text.Counted;

/**
 * One HTML file of what a derivatives folder says of some participants. It needs no network and no
 * other file, and the same files give the same bytes.
 */
public final class Report {
  private final Plan plan;
  private final FitFiles files;
  private final List<String> cautions;
  private final Optional<Background> background;
  private final List<Block> pictures;
  private final List<Block> masks;
  private final Map<Illustration.Place, List<Block>> illustrations;
  private final ViewerMaps maps;
  private final Optional<Niivue> niivue;

  /**
   * What to report.
   *
   * @param root the derivatives folder
   * @param background an anatomical image to lay below the maps
   * @param meshes that maps of surfaces lie on; else those that the maps were made with
   * @param title above the page; else the participants
   * @param illustrations pictures of words and features
   * @param withoutResponses of whom there are none, each with why
   */
  public record Plan(
      Path root,
      List<String> subjects,
      Optional<Path> background,
      Optional<CorticalMeshes> meshes,
      Optional<String> title,
      List<Illustration> illustrations,
      List<String> withoutResponses) {
    public Plan {
      subjects = List.copyOf(subjects);
      illustrations = List.copyOf(illustrations);
      withoutResponses = List.copyOf(withoutResponses);
    }
  }

  private Report(Plan plan, Workers workers) throws IOException {
    this.plan = plan;
    this.files = FitFiles.read(plan.root(), plan.subjects());
    this.cautions = Cautions.of(files);
    this.background =
        plan.background().isPresent()
            ? Optional.of(Background.read(plan.background().get()))
            : Optional.empty();
    this.niivue = Niivue.ofThisBuild();
    var surfaces = new SurfaceMaps(files, plan.meshes());
    this.pictures = new ArrayList<>(GlassBrains.of(files, workers));
    pictures.addAll(
        SurfaceBrains.of(files, surfaces, new NextCommands(files, plan.root()), workers));
    this.masks = MaskPictures.of(files, surfaces, workers);
    this.illustrations = illustrations(plan, workers);
    long taken =
        Stream.of(List.of(pictures, masks), illustrations.values())
            .flatMap(Collection::stream)
            .flatMap(List::stream)
            .mapToLong(Block::characters)
            .sum();
    this.maps = ViewerMaps.of(files, background.map(Background::base64), taken);
  }

  /**
   * Reads all that goes into a report.
   *
   * @throws InputException if a participant was not fitted, or a file is damaged
   */
  public static Report of(Plan plan, Workers workers) throws IOException {
    return new Report(plan, workers);
  }

  /** The page, UTF-8. */
  public byte[] html() throws IOException {
    var engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Report.class.getClassLoader(), Report.class.getPackageName());
    var output = new StringOutput(1 << 20);
    engine.render("report.jte", page(), output);
    return output.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the page has an interactive viewer. */
  public boolean hasViewer() {
    return niivue.isPresent() && !maps.shown().isEmpty();
  }

  /** In a line, for the user of the command. */
  public String sentence() {
    return "Report of %s: %s, %s%s"
        .formatted(
            Numbers.listed(files.subjects()),
            hasViewer()
                ? Counted.of(maps.shown().size(), "map") + " in the viewer"
                : "no interactive viewer",
            Counted.of(cautions.size(), "caution"),
            files.simulated() ? " (SIMULATED)" : "");
  }

  /** Under the names that scripts rely on. */
  public Map<String, Object> summary() {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("subjects", files.subjects());
    summary.put("simulated", files.simulated());
    summary.put("viewer", hasViewer());
    summary.put("maps", hasViewer() ? maps.shown().size() : 0);
    summary.put(
        "mapsLeftOut",
        maps.leftOut().stream().map(map -> map.image().getFileName().toString()).toList());
    summary.put("cautions", cautions);
    return summary;
  }

  private Page page() throws IOException {
    List<ViewerMap> shown = hasViewer() ? maps.shown() : List.of();
    var next = new NextCommands(files, plan.root());
    var sections = new ArrayList<Section>();
    sections.add(SummarySection.of(files, ShortAnswers.of(files, shown), cautions));
    sections.add(words());
    sections.add(AccuracySection.of(files, next));
    sections.add(maps());
    sections.add(ClusterSection.of(files, shown, next));
    sections.add(CeilingSection.of(files, next));
    sections.add(RegionSection.of(files, next));
    sections.add(ComparisonSection.of(files));
    sections.add(LeakSection.of(files, next));
    sections.add(
        DesignSection.of(
            files, illustrations.getOrDefault(Illustration.Place.DESIGN, List.of()), masks));
    sections.add(MethodsSection.of(files));
    sections.add(ProvenanceSection.of(files, more(), niivue));
    var images = new LinkedHashMap<String, String>();
    if (hasViewer()) {
      images.putAll(maps.backgrounds());
      shown.forEach(map -> images.put(map.id(), map.base64()));
    }
    return new Page(
        title(),
        subtitle(),
        files.simulated(),
        own("report.css"),
        Page.insideScript(own("viewer.js")),
        hasViewer() ? niivue : Optional.empty(),
        Page.jsonInsideScript(Json.text(shown.stream().map(ViewerMap::forScript).toList())),
        Page.jsonInsideScript(Json.text(ScreenColours.ALL)),
        images,
        sections);
  }

  /** What the page was made from beside the files of the fits. */
  private List<Path> more() {
    return Stream.concat(
            plan.background().stream(),
            plan.meshes().stream().flatMap(meshes -> meshes.files().stream()))
        .toList();
  }

  private static Map<Illustration.Place, List<Block>> illustrations(Plan plan, Workers workers) {
    var drawn = new Block[plan.illustrations.size()];
    workers.forEach(drawn.length, i -> drawn[i] = PictureBlock.of(plan.illustrations.get(i)));
    var places = new EnumMap<Illustration.Place, List<Block>>(Illustration.Place.class);
    for (int i = 0; i < drawn.length; i++) {
      places
          .computeIfAbsent(plan.illustrations.get(i).place(), place -> new ArrayList<>())
          .add(drawn[i]);
    }
    return places;
  }

  /** Predicted beside observed, and how alike words are. */
  private Section words() {
    var blocks = new ArrayList<>(illustrations.getOrDefault(Illustration.Place.WORDS, List.of()));
    if (!plan.withoutResponses().isEmpty()) {
      blocks.add(
          new Block.Missing(
              "Predicted and observed images are not here: "
                  + String.join("; ", plan.withoutResponses())
                  + ".",
              TypedCommand.forFiles(
                      List.of("report", "--subject", files.subjectOption(), "--data", "PATH"))
                  .toString()));
    }
    return new Section("words", "Words, predicted and observed", blocks);
  }

  /** The maps, to be looked at; or why they are not here. */
  private Section maps() {
    var blocks = new ArrayList<Block>();
    boolean images = files.hasImages();
    if (hasViewer()) {
      blocks.add(new Block.Viewer(maps.shown(), background.map(Background::note).orElse("")));
    } else if (!images && files.maps().stream().anyMatch(MapFile::isOfSurfaces)) {
      blocks.add(
          new Block.Paragraph(
              "The maps are of surfaces. They open in wb_view (CIFTI, GIFTI) and FreeView (GIFTI),"
                  + " and figure surface draws them:"));
      blocks.add(
          new Block.Bullets(
              files.maps().stream().map(map -> map.image().getFileName().toString()).toList()));
    } else if (!images) {
      blocks.add(
          new Block.Missing(
              "The voxels have no coordinates, so that there is no map to show.",
              TypedCommand.forFiles(
                      List.of("fit", "--coords", "FILE", "--subject", files.subjectOption()))
                  .toString()));
    } else {
      blocks.add(
          new Block.Paragraph(
              "This report has no interactive viewer, because the program was built without npm"
                  + " (Node.js). The maps of the fit open in FSLeyes, MRIcroGL and NiiVue:"));
      blocks.add(
          new Block.Bullets(
              files.maps().stream().map(map -> map.image().getFileName().toString()).toList()));
    }
    if (hasViewer()) {
      leftOut(true)
          .map(names -> "Not inside, to keep this report small: " + names)
          .ifPresent(text -> blocks.add(new Block.Paragraph(text)));
    }
    leftOut(false)
        .filter(names -> images)
        .map(names -> "Not shown, because their voxels have no coordinates: " + names)
        .ifPresent(text -> blocks.add(new Block.Paragraph(text)));
    blocks.addAll(pictures);
    return new Section("maps", "Maps", blocks);
  }

  /** Names of the maps that are not inside, each with whose it is; nothing where there is none. */
  private Optional<String> leftOut(boolean images) {
    var owners = new LinkedHashMap<String, List<String>>();
    maps.leftOut().stream()
        .filter(map -> map.isImage() == images)
        .forEach(
            map -> owners.computeIfAbsent(map.name(), n -> new ArrayList<>()).add(map.owner()));
    return owners.isEmpty()
        ? Optional.empty()
        : Optional.of(
            owners.entrySet().stream()
                .map(map -> map.getKey() + " (" + Numbers.listed(map.getValue()) + ")")
                .collect(Collectors.joining("; ", "", ".")));
  }

  private String title() {
    List<String> subjects = files.subjects();
    return plan.title()
        .orElseGet(
            () ->
                (subjects.size() == 1 ? "Participant " : "Participants ")
                    + (subjects.size() > 4
                        ? subjects.get(0) + " to " + subjects.get(subjects.size() - 1)
                        : Numbers.listed(subjects)));
  }

  private String subtitle() {
    return "Encoding model of the brain's responses to words. %s. mitchell %s"
        .formatted(
            Counted.of(files.participants().size(), "participant"), BuildInfo.current().version());
  }

  private static String own(String name) throws IOException {
    return Niivue.resource(name)
        .orElseThrow(() -> new IllegalStateException(name + " is not in this build"));
  }
}
