/**
 * Work on several threads, how far it is, and what is left when memory is not enough.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.jobs;
