package org.mitchell.images;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mitchell.files.InputException;
import org.mitchell.files.SafeXml;
import org.mitchell.nifti.NiftiExtension;
import org.mitchell.nifti.NiftiHeader;

/** Labels of sub-bricks that AFNI keeps in an extension of a NIfTI header. */
final class AfniLabels {
  private static final int EXTENSION = 4;
  private static final String ATTRIBUTE = "BRICK_LABS";

  /** What 3dDeconvolve and its kin call a coefficient, and the statistics beside it. */
  private static final Pattern COEFFICIENT = Pattern.compile("(.+)#\\d+_Coef");

  private static final Pattern STATISTIC = Pattern.compile(".*_(Tstat|Fstat|R\\^2|Rstat)");

  private AfniLabels() {}

  /**
   * A label for each volume of a file; nothing where its header has none.
   *
   * @throws InputException if there is not one for each volume
   */
  static Optional<List<String>> of(Path file, NiftiHeader header, int volumes) {
    for (NiftiExtension extension : header.extensions()) {
      if (extension.code() == EXTENSION) {
        Optional<List<String>> labels = labels(file, extension.content());
        if (labels.isPresent() && labels.get().size() != volumes) {
          throw InputException.in(
              file,
              "AFNI's labels (extension 4): %,d where there are %,d volumes. Give a table of labels"
                  .formatted(labels.get().size(), volumes));
        }
        return labels;
      }
    }
    return Optional.empty();
  }

  /** What a sub-brick is of: of a coefficient its stimulus, of others the label itself. */
  static String stimulus(String label) {
    Matcher match = COEFFICIENT.matcher(label);
    return match.matches() ? match.group(1) : label;
  }

  /** Whether a sub-brick is a statistic, and no image. */
  static boolean isStatistic(String label) {
    return STATISTIC.matcher(label).matches();
  }

  private static Optional<List<String>> labels(Path file, byte[] content) {
    int length = content.length;
    while (length > 0 && content[length - 1] == 0) {
      length--;
    }
    try {
      XMLStreamReader xml =
          SafeXml.input().createXMLStreamReader(new ByteArrayInputStream(content, 0, length));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && ATTRIBUTE.equals(xml.getAttributeValue(null, "atr_name"))) {
          String quoted = xml.getElementText().strip();
          String text = quoted.replaceAll("^\"|\"$", "").replaceAll("~+$", "");
          return Optional.of(Arrays.asList(text.split("~", -1)));
        }
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      throw InputException.in(
          file,
          "AFNI's labels (extension 4) are in broken XML. Give a table of labels, or copy the file"
              + " again",
          e);
    }
  }
}
