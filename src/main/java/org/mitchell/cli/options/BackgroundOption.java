package org.mitchell.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.data.Template;
import org.mitchell.files.InputException;
import org.mitchell.provenance.TypedCommand;
import picocli.CommandLine.Option;

/**
 * What brains are shown on: an image, a template by its name, or the template of their space where
 * it has been downloaded.
 */
public final class BackgroundOption {
  @Option(
      names = "--background",
      paramLabel = "IMAGE|NAME",
      description =
          "what brains are shown on: an anatomical image (NIfTI) in the same space, or a template"
              + " that 'data get template' has brought, by its name (default: the template of the"
              + " space, where it is in data/templates; else the participant's voxels)")
  private String background;

  /**
   * The file that was asked for; nothing where nothing was.
   *
   * @throws InputException if it is a template that is not here
   */
  public Optional<Path> asked() {
    return Optional.ofNullable(background)
        .map(
            name ->
                template().isPresent() ? here(template().get()).anatomy(folder()) : Path.of(name));
  }

  /** The image for brains of a space: the one that was asked for, else the space's own. */
  public Optional<Path> anatomy(String space) {
    return asked().or(() -> own(space).map(template -> template.anatomy(folder())));
  }

  /** As {@link #anatomy(String)}, of a space that may be known by its grid alone. */
  public Optional<Path> anatomy(String space, int[] dims, double[][] affine) {
    return asked().or(() -> own(space, dims, affine).map(found -> found.anatomy(folder())));
  }

  /** The mask or the anatomy without skull whose outline is drawn. */
  public Optional<Path> brain(String space, int[] dims, double[][] affine) {
    return template().isPresent()
        ? Optional.of(here(template().get()).brain(folder()))
        : asked().or(() -> own(space, dims, affine).map(found -> found.brain(folder())));
  }

  private Optional<Template> template() {
    Optional<Template> named = Optional.ofNullable(background).flatMap(Template::named);
    if (named.isPresent() && named.get().ofSurfaces() && !Files.exists(Path.of(background))) {
      throw new UsageException(
          "--background: got '%s', a template of surfaces, where an image or a template of voxels is expected"
              .formatted(background));
    }
    return named.filter(t -> !t.ofSurfaces());
  }

  private static Template here(Template template) {
    if (!template.isIn(folder())) {
      throw new InputException(
          "--background: the template %s is not in %s. Get it with: %s"
              .formatted(
                  template.name(),
                  template.in(folder()),
                  TypedCommand.mitchell("data", "get", "template", template.name())));
    }
    return template;
  }

  private static Optional<Template> own(String space) {
    return Template.named(space).filter(t -> !t.ofSurfaces() && t.isIn(folder()));
  }

  private static Optional<Template> own(String space, int[] dims, double[][] affine) {
    boolean unnamed = Stream.of("MNI152", "aligned anatomy").anyMatch(space::equals);
    return own(space)
        .or(
            () ->
                unnamed
                    ? Template.ofGrid(dims, affine).filter(t -> t.isIn(folder()))
                    : Optional.empty());
  }

  private static Path folder() {
    return ParticipantOptions.DATA;
  }
}
