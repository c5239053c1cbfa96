/**
 * Words as vectors: feature spaces, the tables they are read from and written to, and the built-in
 * verb counts.
 *
 * <p>A {@link org.mitchell.features.FeatureSource} gives vectors for the words asked for; an
 * encoding model sees only the {@link org.mitchell.features.FeatureSpace} that comes out. Nothing
 * here scales rows unless asked to.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.features;
