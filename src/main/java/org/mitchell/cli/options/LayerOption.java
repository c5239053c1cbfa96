package org.mitchell.cli.options;

import org.mitchell.encoders.LayerChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A layer of an encoder as it is typed: {@code last}, {@code all} or a number. */
public final class LayerOption implements ITypeConverter<LayerChoice> {
  @Override
  public LayerChoice convert(String text) {
    if (text.equals("last")) {
      return new LayerChoice.Last();
    }
    if (text.equals("all")) {
      return new LayerChoice.All();
    }
    if (!text.matches("[0-9]{1,4}")) {
      throw new TypeConversionException(
          "got '%s' where last, all or a number from 0 up is expected".formatted(text));
    }
    return new LayerChoice.Number(Integer.parseInt(text));
  }
}
