/** Words of a feature space in the plane, so that they can be looked at. */
package org.mitchell.features.embedding;
