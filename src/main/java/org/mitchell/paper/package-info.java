/**
 * What the paper itself fixed: the sixty nouns, their twelve categories and the twenty-five verbs.
 *
 * <p>Stands at the bottom of the house, so that text, features and brain images can all name the
 * stimuli without knowing of each other.
 */
package org.mitchell.paper;
