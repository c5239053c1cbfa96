/** What rivals without any content get in the folds of a model. */
package org.mitchell.analysis.leaks;
