/**
 * Chance that can be repeated: streams of random numbers that depend on a seed and on what they are
 * drawn for, and on nothing else.
 */
package org.mitchell.random;
