/**
 * The analysis of one participant from responses and features to results: what {@code mitchell fit}
 * and {@code mitchell predict} compute, as library calls without files.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.analysis;
