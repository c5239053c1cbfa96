package org.mitchell.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.files.Remedy;
import org.mitchell.jobs.Progress;

/**
 * Fetches the public files of the paper's nine participants, and standard brains.
 *
 * <p>A file gets its name only when all of it is here. What came of a download that broke stays
 * beside it under {@code .part}, and the next call goes on from there as long as the server still
 * has the same version. The SHA-256 of a download is written to {@code NAME.sha256}, in the format
 * of {@code sha256sum}, and checked from then on.
 *
 * <p>Values are immutable and may be shared by threads; share one rather than making several.
 */
public final class Download {
  /** Where the authors of the paper keep the files. */
  private static final String CMU = "www.cs.cmu.edu/afs/cs/project/theo-73/www/science2008/";

  private final List<URI> bases;
  private final boolean replacing;
  private final Patience patience;
  private final OptionalLong mostBytes;
  private final Set<Path> underWay;

  private Download(
      List<URI> bases,
      boolean replacing,
      Patience patience,
      OptionalLong mostBytes,
      Set<Path> underWay) {
    this.bases = List.copyOf(bases);
    this.replacing = replacing;
    this.patience = patience;
    this.mostBytes = mostBytes;
    this.underWay = underWay;
  }

  /**
   * Downloads from where the authors of the paper keep the files: by https, and by plain http where
   * the server does not answer to that.
   */
  public static Download fromCmu() {
    return ofFirstThatAnswers(List.of(URI.create("https://" + CMU), URI.create("http://" + CMU)));
  }

  /** Downloads from the first of these folders that answers when it is asked for a file. */
  static Download ofFirstThatAnswers(List<URI> bases) {
    return new Download(
        bases, false, Patience.DEFAULT, OptionalLong.empty(), ConcurrentHashMap.newKeySet());
  }

  /**
   * Downloads from a folder on a server.
   *
   * @param base its http or https address; the files' names are added to it
   * @throws IllegalArgumentException if it is not such an address
   */
  public static Download of(URI base) {
    String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
    boolean web =
        (scheme.equals("http") || scheme.equals("https"))
            && base.getHost() != null
            && base.getPort() <= 65_535;
    if (!web || base.getRawQuery() != null || base.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "got '"
              + base
              + "' where the address of a folder is expected, such as http://example.org/data/");
    }
    URI folder = base.toString().endsWith("/") ? base : URI.create(base + "/");
    return ofFirstThatAnswers(List.of(folder));
  }

  /** The labels of the participants that can be had, P1 to P9. */
  public static List<String> labels() {
    return Labels.PAPER;
  }

  /** As this, but files that are here are fetched again and replaced, and their checksums too. */
  public Download replacing() {
    return new Download(bases, true, patience, mostBytes, underWay);
  }

  /** As this, with other time limits. */
  Download with(Patience other) {
    return new Download(bases, replacing, other, mostBytes, underWay);
  }

  /** As this, with another limit to the size of a file. */
  Download with(long otherMostBytes) {
    return new Download(bases, replacing, patience, OptionalLong.of(otherMostBytes), underWay);
  }

  /**
   * Makes sure that a participant's file is in the folder, whole and unchanged.
   *
   * <p>A file that is here already is compared with its recorded checksum; one that the user put
   * there without a checksum is only looked at for MATLAB's first bytes, and no checksum is
   * recorded for it.
   *
   * @param label P1 to P9
   * @param folder where the file goes; made when it is missing
   * @param progress hears of the bytes; a download that has to start anew begins anew
   * @throws InputException if the label is none of the nine, or the file that is here is not the
   *     one recorded
   * @throws IOException if the file cannot be fetched or written; the message is meant for the user
   */
  public Downloaded get(String label, Path folder, Progress progress) throws IOException {
    if (!Labels.PAPER.contains(label)) {
      throw new InputException(
          "got '" + label + "' where one of the public participants P1 to P9 is expected",
          Remedy.SIMULATE);
    }
    return get(PublicFile.responses(label), folder, progress);
  }

  /** Downloads templates from TemplateFlow's public addresses. */
  public static Download fromTemplateFlow() {
    return ofFirstThatAnswers(List.of(Template.templateFlow()));
  }

  /**
   * Makes sure that all files of a template are in the folder of data, whole and unchanged. What is
   * new is compared with what TemplateFlow publishes of it.
   *
   * @param data the folder of data; the files go below it, see {@link Template#in}
   * @param progress hears of the bytes of each file
   * @throws InputException if a file that is here is not the one recorded
   * @throws IOException if a file cannot be fetched or written, or is not the one that is published
   */
  public List<Downloaded> get(Template template, Path data, Progress progress) throws IOException {
    var own =
        new Download(
            bases.stream().map(template::address).toList(),
            replacing,
            patience,
            mostBytes,
            underWay);
    var downloaded = new ArrayList<Downloaded>();
    for (PublicFile file : template.files()) {
      downloaded.add(own.get(file, template.in(data), progress));
    }
    return List.copyOf(downloaded);
  }

  private Downloaded get(PublicFile file, Path folder, Progress progress) throws IOException {
    Path target = folder.resolve(file.name());
    Optional<Downloaded> here = alreadyHere(file, target);
    if (here.isPresent()) {
      return here.get();
    }
    try {
      createFolder(folder);
      try (var lock = DownloadLock.take(target, underWay)) {
        // Another download may have ended between the first look and the lock.
        Optional<Downloaded> since = alreadyHere(file, target);
        return since.isPresent() ? since.get() : fetch(file, lock.target(), progress);
      }
    } catch (AccessDeniedException e) {
      throw new DownloadException(
          "%s: no permission to write here. %s"
              .formatted(folder, Remedy.OTHER_FOLDER_OF_DATA.words()),
          e);
    }
  }

  private Optional<Downloaded> alreadyHere(PublicFile file, Path target) throws IOException {
    if (replacing || !Files.exists(target)) {
      return Optional.empty();
    }
    if (!file.begins().start(InputFiles.head(target, FirstBytes.LENGTH))) {
      throw InputException.in(
          target, "this is no %s file".formatted(file.begins().kind()), Remedy.FETCH_AGAIN);
    }
    var checksum = new ChecksumFile(target);
    String sha256 = InputFiles.sha256(target);
    Optional<String> recorded = checksum.recorded();
    if (recorded.isPresent() && !recorded.get().equals(sha256)) {
      throw InputException.in(
          target,
          "SHA-256 is "
              + sha256
              + " where "
              + recorded.get()
              + " is recorded in "
              + checksum.path().getFileName()
              + ": the file has changed since it was downloaded",
          Remedy.FETCH_AGAIN);
    }
    if (file.published().isPresent() && !isAsPublished(file.published().get(), target)) {
      throw InputException.in(
          target,
          "this is not the file that TemplateFlow publishes, of %,d bytes with MD5 %s"
              .formatted(file.published().get().bytes(), file.published().get().md5()),
          Remedy.FETCH_AGAIN);
    }
    return Optional.of(new Downloaded(target, Files.size(target), sha256, false, Optional.empty()));
  }

  private static boolean isAsPublished(PublicFile.Published published, Path file)
      throws IOException {
    return Files.size(file) == published.bytes() && InputFiles.md5(file).equals(published.md5());
  }

  private Downloaded fetch(PublicFile file, Path target, Progress progress) throws IOException {
    PublicFile limited = mostBytes.isPresent() ? file.atMost(mostBytes.getAsLong()) : file;
    try (var part = new PartFile(target)) {
      URI address = firstThatAnswers(target.getFileName().toString());
      boolean resumed = new Transfer(address, part, patience, limited, progress).run();
      requireAsPublished(file, address, part);
      String sha256 = InputFiles.sha256(part.path());
      var checksum = new ChecksumFile(target);
      if (!replacing) {
        requireAsRecorded(checksum, sha256, part);
      }
      // In this order, no crash leaves a file beside the checksum of another.
      checksum.forget();
      part.becomeTarget();
      checksum.record(sha256);
      return new Downloaded(target, Files.size(target), sha256, resumed, Optional.of(address));
    }
  }

  private URI firstThatAnswers(String name) throws IOException {
    URI last = bases.get(bases.size() - 1).resolve(name);
    for (URI base : bases.subList(0, bases.size() - 1)) {
      URI address = base.resolve(name);
      if (new Exchange(patience).has(address)) {
        return address;
      }
    }
    return last;
  }

  private static void requireAsPublished(PublicFile file, URI address, PartFile part)
      throws IOException {
    if (file.published().isEmpty()) {
      return;
    }
    PublicFile.Published published = file.published().get();
    if (!isAsPublished(published, part.path())) {
      long bytes = part.size();
      String md5 = InputFiles.md5(part.path());
      part.discard();
      throw new DownloadException(
          "%s: got %,d bytes with MD5 %s where TemplateFlow publishes %,d bytes with MD5 %s. Nothing of it is kept. %s"
              .formatted(
                  address,
                  bytes,
                  md5,
                  published.bytes(),
                  published.md5(),
                  Remedy.AGAIN_OR_OTHER_ADDRESS.words()));
    }
  }

  private void requireAsRecorded(ChecksumFile checksum, String sha256, PartFile part)
      throws IOException {
    Optional<String> recorded = checksum.recorded();
    if (recorded.isPresent() && !recorded.get().equals(sha256)) {
      part.discard();
      throw new DownloadException(
          checksum.path()
              + ": SHA-256 "
              + recorded.get()
              + " is recorded and the server's file has "
              + sha256
              + ". It is damaged or another version; "
              + Remedy.TAKE_IT_NEVERTHELESS.words());
    }
  }

  private static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw InputException.in(
          folder, "this is a file where a folder for the download is expected", e);
    }
  }
}
