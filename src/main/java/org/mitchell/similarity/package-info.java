/**
 * Representational similarity analysis: how unlike words are by their images, how unlike by their
 * features, and how far the two agree, of several participants and of places in the brain
 * (Kriegeskorte, Mur and Bandettini 2008; Nili et al. 2014; Schuett et al. 2023).
 *
 * <p>A package of the library's API.
 */
package org.mitchell.similarity;
