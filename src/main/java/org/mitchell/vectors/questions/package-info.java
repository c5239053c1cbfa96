/**
 * What vectors of words are asked: neighbours, analogies, similarities, and benchmarks of these.
 */
package org.mitchell.vectors.questions;
