package org.mitchell.figures.brain;

import java.util.OptionalInt;
import org.mitchell.figures.Theme;

/**
 * How a picture of brains looks, whatever it shows.
 *
 * @param theme light or dark
 * @param width in pixels; as wide as its brains need where it is not given
 * @param title above the picture
 * @param unit what the values are, beside the colour bar
 */
public record PictureStyle(Theme theme, OptionalInt width, String title, String unit) {}
