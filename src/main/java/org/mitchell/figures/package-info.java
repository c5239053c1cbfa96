/**
 * Pictures: what was computed, drawn to be read, on paper too.
 *
 * <p>A figure says how large it is and paints itself on a {@code Canvas}, of which there is one for
 * PNG (Java2D, twice the resolution) and one for SVG. Neither needs a display. Colours come from
 * published maps that readers with any kind of colour vision can tell apart. Pictures of brains are
 * in a package of their own.
 */
package org.mitchell.figures;
